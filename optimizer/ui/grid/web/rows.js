// Which people are shown and in which order: by job or by what they can do, filtered by role or name, sorted within a group.

class Rows {
  constructor() {
    this.role = "";
    this.find = "";
    this.sort = "given";
    this.by = "job";
    this.folded = new Set();
  }

  arrange(data) {
    const groups = new Map(data.people.map((person) => [this.groupOf(person), []]));
    for (const person of data.people) if (this.shows(person)) groups.get(this.groupOf(person)).push(person);
    for (const people of groups.values()) this.order(people);
    this.groups = [...groups].filter(([, people]) => people.length);
    this.people = this.groups.flatMap(([group, people]) => (this.folded.has(group) ? [] : people));
    this.at = new Map(this.people.map((person, at) => [person.id, at]));
  }

  groupOf({ group, roles }) {
    if (this.by === "skill") return [group, ...roles.filter((role) => role !== group)].join(" · ");
    return this.by ? group : "Everybody";
  }

  fold(group) {
    if (!this.folded.delete(group)) this.folded.add(group);
  }

  shows(person) {
    const named = person.name.toLowerCase().includes(this.find.trim().toLowerCase());
    return named && (!this.role || person.group === this.role || person.roles.includes(this.role));
  }

  order(people) {
    if (this.sort === "name") people.sort((a, b) => a.name.localeCompare(b.name));
    if (this.sort === "most") people.sort((a, b) => firstSum(b) - firstSum(a));
    if (this.sort === "fewest") people.sort((a, b) => firstSum(a) - firstSum(b));
  }
}

const firstSum = (person) => parseFloat((person.sums[0] || "").replace(/,/g, "").replace("−", "-")) || 0;
