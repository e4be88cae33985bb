FAULTS = []


def sweep(world, options, table):
    pass
