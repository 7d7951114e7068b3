"""What is known of an installed plugin."""

from attrs import frozen


@frozen(kw_only=True)
class Plugin:
    """An installed plugin.

    Attributes:
        name: The entry point's name, the prefix of all its keys.
        distribution: Where it comes from, with version: "styrmodell-vasternorrland 0.1.0".
        module: The module it lives in.
        path: The module's file; empty when it could not be loaded.
        active: False when it failed and was switched off.
    """

    name: str
    distribution: str
    module: str
    path: str = ""
    active: bool = True

    @property
    def label(self) -> str:
        """Name, distribution and version, as findings tell it."""
        return f"{self.name} ({self.distribution})"
