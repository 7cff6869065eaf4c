"""Principal tokens (Ed25519, RFC 8037): only the process that holds the key speaks for a person."""

from collections.abc import Callable

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from shared.access.principal import Principal

LIFE_S = 120  # a stolen password can repeat for two minutes what it saw, not invent a person


class Unproved(Exception):
    """The token is missing, forged, expired or of another gateway."""


class Signer:
    """Holds the site's key: the private half signs and checks, the public half only checks."""

    def __init__(self, now: Callable[[], float], key: OKPKey | None = None) -> None:
        """`now` gives seconds since the epoch of the machine, not of a story. Without a key one
        is made that lives as long as the process: the embedded suite needs no more.
        """
        self._key = key or OKPKey.generate_key("Ed25519")
        self._now = now

    def sign(self, principal: Principal) -> str:
        """A token for one principal, good for two minutes; Unproved without the private half."""
        if not self._key.is_private:
            raise Unproved
        claims = {
            "role": principal.role,
            "sub": principal.id,
            "scope": list(principal.scope),
            "exp": int(self._now()) + LIFE_S,
        }
        return jwt.encode({"alg": "Ed25519"}, claims, self._key, algorithms=["Ed25519"])

    def verify(self, token: str) -> Principal:
        """The principal a token names; raises Unproved."""
        try:
            claims = jwt.decode(token, self._key, algorithms=["Ed25519"]).claims
        except (JoseError, ValueError) as problem:
            raise Unproved from problem
        if claims["exp"] < self._now():
            raise Unproved
        return Principal(claims["role"], claims["sub"], tuple(claims["scope"]))
