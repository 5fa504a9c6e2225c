"""The scenarios by name."""
from . import devices, disturb, injection, kill, links, power, soak, webhook
from .context import Context  # noqa: F401

ALL = {
    "kill": kill.killed,
    "terminate": kill.terminated,
    "power": power.power,
    "wal": power.wal,
    "full": disturb.full,
    "descriptors": disturb.descriptors,
    "clock": disturb.clock,
    "pause": disturb.pause,
    "webhook": webhook.webhook,
    "devices": devices.devices,
    "outbox": disturb.outbox_refuses,
    "busy": disturb.busy,
    "injection": injection.injection,
    "links": links.links,
    "soak": soak.soak,
}
