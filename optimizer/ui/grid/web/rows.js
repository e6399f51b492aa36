// Which people are shown and in which order: by job, filtered by role or name, sorted within the job.

class Rows {
  constructor() {
    this.role = "";
    this.find = "";
    this.sort = "given";
  }

  arrange(data) {
    const groups = new Map(data.people.map((person) => [person.group, []]));
    for (const person of data.people) if (this.shows(person)) groups.get(person.group).push(person);
    for (const people of groups.values()) this.order(people);
    this.groups = [...groups].filter(([, people]) => people.length);
    this.people = this.groups.flatMap(([, people]) => people);
    this.at = new Map(this.people.map((person, at) => [person.id, at]));
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
