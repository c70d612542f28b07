# Reads the calendar files of a directory with icalendar and prints what it understood:
# file, UID, start and end in seconds since 1970.
import pathlib
import sys

import icalendar


def zone_rules(calendar):
    return {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}


def seconds(event, name, zones):
    time = event[name].dt
    zone = event[name].params.get("TZID")
    if zone is not None:
        rules = zones[str(zone)]
        naive = time.replace(tzinfo=None)
        localize = getattr(rules, "localize", None)
        time = localize(naive) if localize else naive.replace(tzinfo=rules)
    return int(time.timestamp())


for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    zones = zone_rules(calendar)
    for event in calendar.walk("VEVENT"):
        print(
            file.name,
            event["UID"],
            seconds(event, "DTSTART", zones),
            seconds(event, "DTEND", zones),
        )
