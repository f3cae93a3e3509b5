"""Role × field × {read, write, sort, filter}, each cell asked of the running server and held against the spec's YAML."""

from __future__ import annotations

from urllib.parse import quote

from .client import Answer, Client
from .oracle import CALLERS, Field, Resource, read_spec
from .report import Report
from .server import ROOT, Server, newcomer, people
from .values import value


class Matrix:
    def __init__(self, server: Server, document: dict, report: Report, first_newcomer: int):
        self.server, self.document, self.report = server, document, report
        self.base, self.resources = read_spec(ROOT / "spec" / "users.yaml")
        self.next = first_newcomer
        strangers = dict(zip(("user", "admin", "support", "service"), people(4)))
        self.clients = {role: Client(server.url, server.token(role, id)) for role, id in strangers.items()}
        self.clients["anonymous"] = Client(server.url)

    def run(self) -> None:
        for resource in self.resources:
            for caller in CALLERS:
                self._reads(resource, caller)
                self._writes(resource, caller)
                if resource.sorts and caller != "self":
                    self._lists(resource, caller)

    # Reading

    def _reads(self, resource: Resource, caller: str) -> None:
        # As nobody has chosen, and for each level that owners may choose.
        for level in [None, *resource.levels]:
            path, client = self._record(resource, caller, level)
            answer = client.get(path)
            where = f"{caller} reads {resource.name}" + (f" shown to {level}" if level else "")
            if not resource.may("read", caller):
                self._refused(answer, caller, where)
                continue
            self.report.expect(answer.status == 200, f"{where}: {answer.status}")
            for field in resource.fields:
                self.report.expect(
                    (field.name in answer.json) == resource.sees(field, caller, level),
                    f"{where}: {field.name} is {'shown' if field.name in answer.json else 'hidden'}")
            if level is None:
                self._selections(resource, caller, client, path)

    def _selections(self, resource: Resource, caller: str, client: Client, path: str) -> None:
        """What the view can never have is refused by name, and is not left out in silence."""
        for field in resource.fields:
            answer = client.get(f"{path}?fields={field.name}")
            expected = 200 if resource.offers(field, caller) else 403
            self.report.expect(answer.status == expected,
                               f"{caller} reads {resource.name}?fields={field.name}: {answer.status}")

    # Writing

    def _writes(self, resource: Resource, caller: str) -> None:
        for field in resource.fields:
            path, client = self._record(resource, caller, None)
            new = value(field.rules, field.is_section)
            answer = client.send("PATCH", path, {field.name: new})
            where = f"{caller} writes {resource.name}.{field.name}"
            if not resource.may("update", caller):
                self._refused(answer, caller, where)
            elif resource.sets(field, caller):
                self.report.expect(answer.status == 200, f"{where}: {answer.status} {answer.text}")
                self.report.expect(self._holds(answer.json.get(field.name), new), f"{where}: the answer lacks it")
            else:
                self.report.expect(answer.status == 422 and (f"/{field.name}", "not_writable") in answer.issues(),
                                   f"{where}: {answer.status} {answer.text}")

    def _holds(self, stored, new) -> bool:
        if isinstance(new, dict):
            return isinstance(stored, dict) and all(stored.get(name) == part for name, part in new.items())
        # A field that the writer may not read is not in the answer.
        return stored is None or stored == new

    # Lists

    def _lists(self, resource: Resource, caller: str) -> None:
        path = f"{self.base}/admin{resource.path}"
        client = self.clients[caller]
        answer = client.get(path + "?limit=5")
        if not resource.may("list", caller):
            self._refused(answer, caller, f"{caller} lists {resource.name}")
            return
        for field in resource.fields:
            self.report.expect(
                any(field.name in row for row in answer.json["data"]) or not field.read & CALLERS[caller],
                f"{caller} lists {resource.name}: {field.name} is hidden")
            self.report.expect(
                resource.offers(field, caller) or not any(field.name in row for row in answer.json["data"]),
                f"{caller} lists {resource.name}: {field.name} is shown")
            for order in (field.name, "-" + field.name):
                self._sorts(resource, caller, client.get(f"{path}?sort={order}&limit=2"), field, order)
            self._filters(resource, caller, client, path, field)

    def _sorts(self, resource: Resource, caller: str, answer: Answer, field: Field, order: str) -> None:
        # An order tells of values, so it takes the right to see them in every record.
        expected = 400 if order not in resource.sorts else 200 if field.read & CALLERS[caller] else 403
        self.report.expect(answer.status == expected, f"{caller} sorts {resource.name} by {order}: {answer.status}")

    def _filters(self, resource: Resource, caller: str, client: Client, path: str, field: Field) -> None:
        operator = field.filters[0] if field.filters else "eq"
        operand = "" if operator == "pr" else " " + self._literal(field, operator)
        answer = client.get(f"{path}?filter={quote(f'{field.name} {operator}{operand}')}&limit=2")
        where = f"{caller} filters {resource.name} by {field.name} {operator}: {answer.status}"
        if not self._has_filter(path):
            # Until filters are served, none may be passed over in silence.
            self.report.expect(answer.status == 400 and answer.code == "unknown_parameter", where)
            return
        readable = field.read & CALLERS[caller]
        self.report.expect(answer.status == (403 if not readable else 200 if field.filters else 400), where)

    def _literal(self, field: Field, operator: str) -> str:
        plain = value(field.rules)
        text = f'"{plain}"' if isinstance(plain, str) else str(plain).lower()
        return f"({text})" if operator == "in" else text

    def _has_filter(self, path: str) -> bool:
        parameters = self.document["paths"][path]["get"]["parameters"]
        return any(parameter.get("name") == "filter" for parameter in parameters)

    # Records

    def _record(self, resource: Resource, caller: str, level: str | None) -> tuple[str, Client]:
        """The path of a new person's record, and the client that is the caller."""
        id = newcomer(self.next)
        self.next += 1
        made = self.clients["admin"].send(
            "POST", f"{self.base}/admin/users", {"user_id": id, "display_name": "New", "email": f"{id}@example.com"})
        assert made.status == 201, made.text
        own = Client(self.server.url, self.server.token("user", id)) if caller == "self" or level else None
        if level:
            choices = {name: level for name in resource.standards}
            chosen = own.send("PATCH", f"{self.base}/users/me/settings", {"privacy_settings": {"visibility": choices}})
            assert chosen.status == 200, chosen.text
        path = self.base + resource.path.replace("{id}", id)
        if not resource.one_per:
            path += "/" + id
        return path, own if caller == "self" else self.clients[caller]

    def _refused(self, answer: Answer, caller: str, where: str) -> None:
        self.report.expect(answer.status == (401 if caller == "anonymous" else 403), f"{where}: {answer.status}")
