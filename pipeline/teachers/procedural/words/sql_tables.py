"""Tables to ask queries of: names of columns, and the values that text columns take."""

TABLES: dict[str, dict[str, tuple[str, ...] | None]] = {
    "orders": {
        "customer": ("Ada", "Ben", "Cleo", "Dan", "Eva"),
        "city": ("Lima", "Oslo", "Perth", "Turin"),
        "price": None,
        "quantity": None,
        "day": None,
    },
    "employees": {
        "name": ("Gus", "Hana", "Ivo", "Jana", "Kofi"),
        "team": ("sales", "legal", "design", "support"),
        "salary": None,
        "age": None,
    },
    "books": {
        "author": ("Moss", "Reed", "Stone", "Wood", "Lake"),
        "genre": ("novel", "poetry", "travel", "history"),
        "pages": None,
        "year": None,
        "copies": None,
    },
    "flights": {
        "origin": ("Cairo", "Quito", "Hanoi", "Porto"),
        "carrier": ("Swift", "Heron", "Polar"),
        "delay": None,
        "seats": None,
        "distance": None,
    },
    "recipes": {
        "dish": ("soup", "salad", "pie", "stew", "cake"),
        "cook": ("Lena", "Milo", "Nora"),
        "minutes": None,
        "servings": None,
        "rating": None,
    },
    "players": {
        "player": ("Olga", "Pablo", "Quinn", "Rosa"),
        "club": ("Foxes", "Owls", "Bears", "Hawks"),
        "goals": None,
        "matches": None,
        "height": None,
    },
    "sensors": {
        "room": ("attic", "cellar", "kitchen", "hall"),
        "kind": ("heat", "light", "sound"),
        "reading": None,
        "battery": None,
        "hour": None,
    },
    "plants": {
        "species": ("fern", "iris", "mint", "rose", "tulip"),
        "bed": ("north", "south", "east", "west"),
        "height": None,
        "buds": None,
        "water": None,
    },
    "invoices": {
        "client": ("Acme", "Borealis", "Cobalt", "Delta"),
        "status": ("open", "paid", "late"),
        "amount": None,
        "tax": None,
        "month": None,
    },
    "trips": {
        "driver": ("Sven", "Tara", "Uma", "Vito"),
        "vehicle": ("van", "bus", "truck", "car"),
        "distance": None,
        "fuel": None,
        "stops": None,
    },
}
"""By table, the columns: None for a column of whole numbers, else the values of a column of text."""
