shell-schema-behind = The database is from an older version. First run: portevoix migrate
shell-no-such-coordinator = Nobody named { $name } is a coordinator here. Example: --as Maude
shell-no-coordinator = There is no coordinator yet. First run: portevoix people add --role coordinator --name Maude
shell-which-coordinator = There are several coordinators: { $names }. Say who is acting, for example: --as Maude
