# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Calendar files (iCalendar, RFC 5545) for people outside the organisation."""

from datetime import datetime

import pytz
import vobject

CANCELLED = "CANCELLED"
CONFIRMED = "CONFIRMED"


def calendar_file(uid, start, stop, summary, **options):
    """Bytes of an .ics file with one event and no address of anybody else.

    :param uid: identity of the event; a later file with the same one replaces it
    :param start: naive UTC datetime, as Odoo stores it
    :param stop: naive UTC datetime
    :param options: ``location``, ``description``, ``url``, ``organizer`` (an
        address), ``sequence`` (grows with every change), ``cancelled``
    """
    calendar = vobject.iCalendar()
    cancelled = options.get("cancelled")
    calendar.add("method").value = "CANCEL" if cancelled else "REQUEST"
    event = calendar.add("vevent")
    event.add("uid").value = uid
    event.add("dtstamp").value = datetime.now(pytz.utc)
    event.add("dtstart").value = start.replace(tzinfo=pytz.utc)
    event.add("dtend").value = stop.replace(tzinfo=pytz.utc)
    event.add("summary").value = summary
    event.add("status").value = CANCELLED if cancelled else CONFIRMED
    event.add("sequence").value = str(options.get("sequence") or 0)
    for name in ("location", "description", "url"):
        if options.get(name):
            event.add(name).value = options[name]
    if options.get("organizer"):
        event.add("organizer").value = f"mailto:{options['organizer']}"
    return calendar.serialize().encode()
