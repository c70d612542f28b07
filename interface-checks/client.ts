// What a program in TypeScript writes, against the types that are made of the document.
import type { components, operations, paths } from "./api.js";

type Body<O extends keyof operations> = operations[O] extends { requestBody: { content: { "application/json": infer B } } } ? B : never;
type Answer<O extends keyof operations> = operations[O] extends { responses: { 201: { content: { "application/json": infer A } } } } ? A : never;

const session: Body<"scheduleSession"> = {
  kind: "workshop",
  title: { es: "Primeros pasos" },
  date: "2027-03-10",
  starts: "18:00",
  ends: "20:00",
  timeZone: "America/Lima",
};

export function whatIsWrong(problem: components["schemas"]["Problem"]): string[] {
  return (problem.errors ?? []).map((error) => `${error.field}: ${error.code}`);
}

export function addressOf(scheduled: Answer<"scheduleSession">): string {
  const template: keyof paths = "/api/sessions/{id}";
  return template.replace("{id}", scheduled.id);
}

export const schedule = JSON.stringify(session);
