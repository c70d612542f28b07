// Reads the calendar files of a directory with ical.js and prints what it understood:
// file, UID, start and end in seconds since 1970.
const fs = require("node:fs");
const path = require("node:path");
const ICAL = require("ical.js");

const directory = process.argv[2];
for (const file of fs.readdirSync(directory)) {
  const text = fs.readFileSync(path.join(directory, file), "utf8");
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  calendar.getAllSubcomponents("vtimezone").forEach(zone => ICAL.TimezoneService.register(zone));
  const lines = calendar.getAllSubcomponents("vevent").map(component => {
    const event = new ICAL.Event(component);
    return [file, event.uid, event.startDate.toUnixTime(), event.endDate.toUnixTime()].join(" ");
  });
  process.stdout.write(lines.map(line => line + "\n").join(""));
}
