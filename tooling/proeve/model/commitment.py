"""The salted commitment that binds a sealed judgement to its author and exam.

Its salt is the `nonce` inside the form: a form with ten ratings has few possible texts,
so a bare digest could be guessed. Source: PROTOCOL R16.
"""

from proeve.model.digest import content_digest


def commitment(repo: str, scope: str, part: str, actor: str, form_sha256: str) -> str:
    """Return `sha256:<64 hex>` over the six lines; `form_sha256` is bare hex."""
    lines = ("proeve-seal/1", repo, scope, part, actor, form_sha256)
    return content_digest("".join(f"{line}\n" for line in lines).encode())
