# ArgumentParser's own words in what it writes for machines. No apostrophes: scripts quote with them.
s/Show the version\./La version de bilan./g
s/Show help information\./Cette aide./g
s/Show subcommand help information\./Aide de chaque commande./g
