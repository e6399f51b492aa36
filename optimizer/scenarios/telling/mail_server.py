"""The mail server that news is sent by: named by the environment, and none while it names none."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum
from smtplib import SMTP, SMTP_SSL, SMTPException
from ssl import create_default_context

from optimizer.scenarios.telling.news_text import NewsText
from optimizer.store.errors import StoreError

HOST, PORT, SECURITY = "OPTIMIZER_SMTP_HOST", "OPTIMIZER_SMTP_PORT", "OPTIMIZER_SMTP_SECURITY"
SENDER, USER, PASSWORD = "OPTIMIZER_SMTP_FROM", "OPTIMIZER_SMTP_USER", "OPTIMIZER_SMTP_PASSWORD"
"""The environment variables; without a host nothing is ever sent, and with one a sender is needed too."""
SECONDS = 20
"""How long the server may take to answer."""
OURS = ("127.0.0.1", "localhost", "::1")


class MailSecurity(StrEnum):
    """How the connection is kept from being read by others; none only within this machine."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {MailSecurity.STARTTLS: 587, MailSecurity.TLS: 465, MailSecurity.NONE: 25}


class MailError(StoreError):
    """Raised when mail cannot be sent; the message is a sentence, without an address."""


@dataclass(frozen=True, slots=True, repr=False)
class MailServer:
    """Where and how mail is sent; it never tells its password."""

    host: str
    port: int
    security: MailSecurity
    sender: str
    user: str = ""
    password: str = ""

    @contextmanager
    def open(self) -> Iterator[SMTP]:
        """Give a connection to the server. Raise MailError when it does not answer or refuses."""
        try:
            with self._reached() as connection:
                if self.security is MailSecurity.STARTTLS:
                    connection.starttls(context=create_default_context())
                if self.user:
                    connection.login(self.user, self.password)
                yield connection
        except (OSError, SMTPException) as error:
            raise MailError(f"The mail server could not be used ({type(error).__name__}).") from error

    def send(self, connection: SMTP, address: str, text: NewsText) -> None:
        """Send news to one address."""
        message = EmailMessage()
        message["From"], message["To"] = self.sender, address
        message["Subject"] = " ".join(text.subject.split())
        message.set_content(text.body)
        connection.send_message(message)

    def _reached(self) -> SMTP:
        if self.security is MailSecurity.TLS:
            return SMTP_SSL(self.host, self.port, timeout=SECONDS, context=create_default_context())
        return SMTP(self.host, self.port, timeout=SECONDS)


def mail_server(environment: Mapping[str, str] = os.environ) -> MailServer | None:
    """Return the server that the environment names, None where it names none. Raise MailError where it is not whole."""
    host = environment.get(HOST, "").strip()
    if not host:
        return None
    sender, security = environment.get(SENDER, "").strip(), environment.get(SECURITY, MailSecurity.STARTTLS).strip()
    port = environment.get(PORT, "").strip()
    if not sender:
        raise MailError(f"Mail needs a sender: set {SENDER}.")
    if security not in [*MailSecurity]:
        raise MailError(f"{SECURITY} is one of {', '.join(MailSecurity)}.")
    if security == MailSecurity.NONE and host not in OURS:
        raise MailError(f"Mail leaves this machine only by {MailSecurity.STARTTLS} or {MailSecurity.TLS}.")
    if port and not port.isdecimal():
        raise MailError(f"{PORT} is no number.")
    way = MailSecurity(security)
    number = int(port) if port else PORTS[way]
    return MailServer(host, number, way, sender, environment.get(USER, ""), environment.get(PASSWORD, ""))
