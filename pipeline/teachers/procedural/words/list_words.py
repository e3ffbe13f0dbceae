"""Short words, all small letters, for lists that are sorted, cut and turned."""

WORDS = tuple(
    (
        "amber anchor apple arrow autumn badge bamboo banner barrel basil beacon bottle branch bridge bronze bucket "
        "button cabin cactus camel candle canoe canyon carpet castle cedar cello cheese cherry circus clover cobalt "
        "coffee comet copper coral cotton crane crayon cricket crystal curtain daisy desert diamond dolphin dragon "
        "eagle ember engine falcon feather fiddle flame flute forest fossil fountain galaxy garlic ginger glacier "
        "goblet granite guitar hammer harbor hazel helmet honey iceberg indigo island ivory jasmine jigsaw jungle "
        "kettle "
        "kite ladder lagoon lantern lemon lily lizard locket magnet mango maple marble meadow melon mirror monkey "
        "mosaic "
        "needle nickel nutmeg oasis ocean olive onion orchid otter oyster paddle panda parrot pebble pepper picnic "
        "pigeon pilot planet plum pocket pollen potato prism puzzle quartz quilt rabbit radish raven ribbon river "
        "rocket rubber saddle salmon sandal satin scarf shadow silver spider sponge stone summer sunset tablet temple "
        "thistle thunder ticket tiger timber tulip tunnel turtle umbrella valley vanilla velvet violet walnut wagon "
        "whistle willow window winter wizard yogurt zebra zipper"
    ).split()
)
