"""The ground floor: access, audit, files, tasks, ui, charts and documents. It knows no noun of working life."""
