#!/usr/bin/env bash
# ical.js 2.2.1 (npm), beside icalendar 7.3.2 (PyPI)
#
# Guess, written down before: of a wall clock that is shown twice when clocks go back, a reader takes the
# first, as RFC 5545 §3.3.5 says ("the DATE-TIME value refers to the first occurrence").
# Seen: ical.js takes the second. On 2027-10-31 clocks in Madrid go back from 03:00 (+02:00) to 02:00
# (+01:00); 02:30 is 00:30Z for icalendar and 01:30Z for ical.js. 01:45 and 03:15 are the same for both.
# Whoever writes a time in such an hour is understood by all only in UTC.
#
# Needs node, npm, python3 with pip, and their usual access to packages. Ends with 1 when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund ical.js@2.2.1 >/dev/null
python3 -m venv env >/dev/null
env/bin/pip install --quiet icalendar==7.3.2

event() {
  printf '%s\r\n' BEGIN:VEVENT "UID:$1" DTSTAMP:20260101T000000Z "DTSTART;TZID=Europe/Madrid:20271031T${1}00" SUMMARY:x END:VEVENT
}
{
  printf '%s\r\n' BEGIN:VCALENDAR PRODID:-//x//x//EN VERSION:2.0 BEGIN:VTIMEZONE TZID:Europe/Madrid \
    BEGIN:DAYLIGHT DTSTART:20270328T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 END:DAYLIGHT \
    BEGIN:STANDARD DTSTART:20271031T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 END:STANDARD END:VTIMEZONE
  event 0145
  event 0230
  event 0315
  printf '%s\r\n' END:VCALENDAR
} > calendar.ics

cat > read.mjs <<'JS'
import ICAL from 'ical.js';
import fs from 'node:fs';
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync('calendar.ics', 'utf8')));
calendar.getAllSubcomponents('vtimezone').forEach(zone => ICAL.TimezoneService.register(zone));
for (const event of calendar.getAllSubcomponents('vevent').map(it => new ICAL.Event(it))) {
  console.log('ical.js', event.uid, event.startDate.toJSDate().toISOString().slice(11, 16) + 'Z');
}
JS
cat > read.py <<'PY'
import datetime
import icalendar
calendar = icalendar.Calendar.from_ical(open("calendar.ics", "rb").read())
zone = calendar.walk("VTIMEZONE")[0].to_tz()
for event in calendar.walk("VEVENT"):
    start = event["DTSTART"].dt.replace(tzinfo=zone).astimezone(datetime.timezone.utc)
    print("icalendar", event["UID"], start.strftime("%H:%MZ"))
PY
{ node read.mjs; env/bin/python read.py; } | tee seen
diff seen - <<'SEEN'
ical.js 0145 23:45Z
ical.js 0230 01:30Z
ical.js 0315 02:15Z
icalendar 0145 23:45Z
icalendar 0230 00:30Z
icalendar 0315 02:15Z
SEEN
