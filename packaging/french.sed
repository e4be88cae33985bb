# ArgumentParser's own words, where the program has not put French ones in their place. No apostrophes: scripts quote with them.
s/Show the version\./Affiche la version./g
s/Show help information\./Affiche cette aide./g
s/Show subcommand help information\./Aide de chaque commande./g
