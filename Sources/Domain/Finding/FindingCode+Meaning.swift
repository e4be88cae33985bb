/// What a finding means and what to do: docs/findings.md is made of it.
package struct FindingMeaning: Hashable, Sendable {
  /// Mostly one; a date that can be none refuses its row or not, by its column.
  package let severities: [Finding.Severity]
  /// When it is found. French.
  package let cause: String
  /// What to do. French.
  package let remedy: String

  fileprivate init(_ severities: Finding.Severity..., cause: String, remedy: String) {
    (self.severities, self.cause, self.remedy) = (severities, cause, remedy)
  }
}

extension FindingCode {
  // Long: a table, one entry a code.
  package var meaning: FindingMeaning {
    switch self {
    case .unknownFolder:
      FindingMeaning(
        .warning, cause: "Un dossier de `exports/` n'est celui d'aucune association.",
        remedy: "Le renommer d'après l'identifiant de l'association dans `programme.yaml`, ou le retirer.")
    case .unknownFile:
      FindingMeaning(
        .warning,
        cause: "Un fichier dont le nom n'est pas celui d'un export. Il n'est pas lu et ne change aucun chiffre.",
        remedy: "Le nommer `etp-2022-05.csv`, `beneficiaires-2022-05.csv` ou `reunions-2022-05.csv`, ou le retirer.")
    case .spreadsheetFile:
      FindingMeaning(
        .warning, cause: "Un classeur (xlsx, ods…) est déposé à la place d'un CSV.",
        remedy: "L'ouvrir, puis Enregistrer sous… « CSV UTF-8 », sous le nom de l'export.")
    case .notMember:
      FindingMeaning(
        .warning, cause: "Un export d'un mois où l'association n'est pas membre, ou d'avant le début du programme.",
        remedy: "Vérifier le mois dans le nom, ou les dates d'adhésion dans `programme.yaml`.")
    case .duplicateFile:
      FindingMeaning(
        .file,
        cause:
          "Deux fichiers pour le même export du même mois, une copie (`etp-2022-05 (1).csv`) comprise. Aucun n'est lu.",
        remedy: "Ne garder que le bon, sous le nom exact.")
    case .misnamedExport:
      FindingMeaning(
        .file,
        cause: "Un nom qui est presque celui d'un export : marque de copie, extension doublée ou cachée, autre tiret.",
        remedy: "Le renommer comme indiqué.")
    case .monthTwice:
      FindingMeaning(
        .file,
        cause:
          "Un mois qui a des lignes dans un fichier de plusieurs mois, et un fichier à lui. Aucun des deux n'est lu pour ce mois.",
        remedy: "Retirer le fichier du mois, ou les lignes de ce mois dans l'autre.")
    case .notRegularFile:
      FindingMeaning(
        .file, cause: "Un lien, un tube ou un périphérique à la place d'un fichier.",
        remedy: "Déposer le fichier lui-même.")
    case .fileTooLarge:
      FindingMeaning(
        .file, cause: "Le fichier dépasse 128 Mo.",
        remedy: "Vérifier que c'est bien l'export d'un seul mois.")
    case .unreadable:
      FindingMeaning(
        .file,
        cause:
          "bilan n'a pas le droit de lire le fichier, ou le dossier de l'association (un lien qui ne mène à rien compris) : les autres sont lus.",
        remedy: "Donner le droit de lire au groupe de bilan ; `bilan doctor` donne la commande.")
    case .stillArriving:
      FindingMeaning(
        .warning,
        cause:
          "Le fichier a changé il y a moins de `settle_seconds` : `run` l'attend, les autres commandes le lisent et le disent.",
        remedy: "Rien si l'envoi est terminé.")
    case .missingFile:
      FindingMeaning(
        .file, cause: "Dans les lettres : un fichier dû n'est pas arrivé.",
        remedy: "Le déposer.")
    case .cutShort:
      FindingMeaning(
        .file,
        cause:
          "La dernière ligne n'a pas de fin de ligne, alors que tous les autres fichiers de l'association (trois au moins) en ont une : l'envoi a été coupé.",
        remedy: "Déposer à nouveau le fichier entier ; s'il est complet, ajouter une fin de ligne.")
    case .sameFileTwice:
      FindingMeaning(
        .file,
        cause: "Les mêmes octets dans les dossiers de deux associations (réunions à part). Aucun des deux n'est lu.",
        remedy: "Laisser le fichier à l'association dont il est, et déposer celui de l'autre.")
    case .notCSV:
      FindingMeaning(
        .file, cause: "Le fichier est un classeur, un PDF, une page web ou une archive, nommé .csv.",
        remedy:
          "L'ouvrir dans le tableur et l'enregistrer en « CSV UTF-8 » ; pour un PDF ou une page web, refaire l'export.")
    case .invalidEncoding:
      FindingMeaning(
        .file, cause: "Le texte ne se lit pas dans l'encodage attendu.",
        remedy: "Enregistrer en « CSV UTF-8 ».")
    case .undeclaredEncoding:
      FindingMeaning(
        .file, cause: "Les en-têtes ne se lisent qu'en `macintosh` ou en `cp850`, et rien ne le déclare.",
        remedy: "Enregistrer en « CSV UTF-8 », ou déclarer `encoding` pour l'association.")
    case .nulByte:
      FindingMeaning(
        .file, cause: "Un octet nul : ce n'est pas du texte, ou le fichier est abîmé.",
        remedy: "Refaire l'export, ou l'enregistrer en « CSV UTF-8 ».")
    case .doubleEncoding:
      FindingMeaning(
        .file, cause: "Les accents ont été encodés deux fois.",
        remedy: "Repartir du fichier d'origine, et l'enregistrer une seule fois.")
    case .windows1252Assumed:
      FindingMeaning(
        .note, cause: "Aucun encodage déclaré ni reconnu : lu comme du Windows-1252.",
        remedy: "Rien si les accents sont justes.")
    case .emptyFile:
      FindingMeaning(
        .file, cause: "Le fichier est vide.",
        remedy: "Envoyer au moins la ligne d'en-têtes : seule, elle veut dire « rien ce mois-ci ».")
    case .templateUnfilled:
      FindingMeaning(
        .file, cause: "Le modèle vide est revenu sans une ligne.",
        remedy: "Remplir les lignes ; s'il n'y a rien ce mois-ci, supprimer les lignes au-dessus des en-têtes.")
    case .suddenlyEmpty:
      FindingMeaning(
        .warning, cause: "Aucune ligne, alors que l'export du mois précédent en avait.",
        remedy: "Vérifier que l'export est complet.")
    case .missingColumn:
      FindingMeaning(
        .file, cause: "Une colonne obligatoire est introuvable, sur la ligne qui en a le plus.",
        remedy: "Donner ces noms aux colonnes qui les contiennent, ou les ajouter ; voir le modèle vide.")
    case .monthsAsColumns:
      FindingMeaning(
        .file, cause: "Les mois sont en colonnes.",
        remedy: "Faire un fichier par mois, une ligne par poste et salarié.")
    case .duplicateColumn:
      FindingMeaning(
        .file, cause: "Deux colonnes sont lues comme la même colonne du contrat.",
        remedy: "Renommer ou retirer l'autre, ou faire déclarer la bonne dans `programme.yaml`.")
    case .unknownColumn:
      FindingMeaning(
        .note, cause: "Une colonne hors contrat : elle n'est pas lue.",
        remedy: "Rien ; mieux vaut ne pas envoyer de colonnes nominatives.")
    case .strayQuote:
      FindingMeaning(
        .file, cause: "Un guillemet au milieu d'une cellule qui n'en est pas entourée.",
        remedy: "Entourer toute la cellule et doubler ses guillemets, ou les supprimer.")
    case .openQuote:
      FindingMeaning(
        .file, cause: "Un guillemet ouvert que rien ne referme.",
        remedy: "Le refermer, ou le supprimer.")
    case .fieldTooLong:
      FindingMeaning(
        .file, cause: "Une cellule dépasse un mégaoctet.",
        remedy: "Chercher un guillemet oublié.")
    case .tooManyFields:
      FindingMeaning(
        .file, cause: "Une ligne dépasse 16 384 cellules.",
        remedy: "Vérifier le séparateur.")
    case .recordTooLong:
      FindingMeaning(
        .file, cause: "Une ligne dépasse seize mégaoctets.",
        remedy: "Chercher un guillemet oublié.")
    case .tooManyRows:
      FindingMeaning(
        .file, cause: "Le fichier a plus de 1 048 576 lignes de tableur, lignes vides comprises.",
        remedy: "Vérifier que c'est bien l'export d'un seul mois ; supprimer les lignes vides.")
    case .monthFirst:
      FindingMeaning(
        .file, cause: "Les dates d'une colonne ont le mois avant le jour.",
        remedy: "Exporter les dates en jour/mois/année, ou en AAAA-MM-JJ.")
    case .otherMonths:
      FindingMeaning(
        .file, cause: "Trop de lignes sont d'autres mois que celui du fichier.",
        remedy: "Un fichier par mois : ne garder que les lignes du mois.")
    case .tooManyRefusedRows:
      FindingMeaning(
        .file,
        cause: "Au moins trois lignes refusées, et plus que `max_rejected_share` : le fichier entier est refusé.",
        remedy: "Corriger les lignes signalées.")
    case .findingsCut:
      FindingMeaning(
        .note, cause: "Plus de cent constats du même code dans un fichier : les premiers sont listés.",
        remedy: "Corriger la cause commune, puis relancer le contrôle.")
    case .linesSetAside:
      FindingMeaning(
        .note, cause: "Des lignes qu'une règle de la correspondance (`mappings/`) écarte, comptées par règle.",
        remedy: "Rien si ce nombre est celui attendu ; sinon corriger la règle à la ligne indiquée.")
    case .titleLines:
      FindingMeaning(
        .note, cause: "Des lignes de titre au-dessus des en-têtes, ignorées.",
        remedy: "Rien à faire.")
    case .repeatedHeader:
      FindingMeaning(
        .note, cause: "Les en-têtes répétés (à chaque page), ignorés.",
        remedy: "Rien à faire.")
    case .repeatedTitle:
      FindingMeaning(
        .note, cause: "Un titre répété, aux chiffres près, ignoré.",
        remedy: "Rien à faire.")
    case .totalRow:
      FindingMeaning(
        .note, cause: "Une ligne de total ou de sous-total, ignorée.",
        remedy: "Rien à faire.")
    case .loneCell:
      FindingMeaning(
        .note, cause: "Une ligne dont une seule cellule est remplie, et n'est pas une valeur de sa colonne : ignorée.",
        remedy: "Rien à faire.")
    case .shortBlock:
      FindingMeaning(
        .note,
        cause: "Le tableur a omis les derniers séparateurs d'un bloc de seize lignes : cellules lues comme vides.",
        remedy: "Rien à faire.")
    case .readAsBlank:
      FindingMeaning(
        .note, cause: "Un signe ou un mot pour « inconnu » dans une colonne facultative, lu comme une cellule vide.",
        remedy: "Rien ; laisser la cellule vide suffit.")
    case .excelSerial:
      FindingMeaning(
        .note, cause: "Une date écrite comme numéro de série d'un tableur.",
        remedy: "Rien ; mieux vaut mettre la colonne au format Date.")
    case .timeDropped:
      FindingMeaning(
        .note, cause: "Une heure derrière une date, ignorée.",
        remedy: "Rien à faire.")
    case .postalCode:
      FindingMeaning(
        .note, cause: "Un code postal lu comme la commune qui l'a seule.",
        remedy: "Rien ; le code INSEE ou le nom sont plus sûrs.")
    case .rowWidth:
      FindingMeaning(
        .row, cause: "La ligne n'a pas autant de cellules que les en-têtes.",
        remedy: "Vérifier les séparateurs ; guillemets autour d'un texte ou d'un nombre qui en contient.")
    case .missingValue:
      FindingMeaning(
        .row, cause: "Une valeur obligatoire manque.",
        remedy: "La remplir.")
    case .wrongMonth:
      FindingMeaning(
        .row, cause: "Le mois de la ligne n'est pas celui du fichier.",
        remedy: "Corriger le mois, ou mettre la ligne dans le fichier de son mois.")
    case .notAMonth:
      FindingMeaning(
        .row, cause: "La cellule n'est pas un mois.",
        remedy: "Écrire le mois en chiffres (MM/AAAA), ou son nom et l'année.")
    case .notADate:
      FindingMeaning(
        .row, cause: "La cellule n'est pas une date.",
        remedy: "Écrire jour/mois/année ; vider la cellule si la date, facultative, n'est pas connue.")
    case .noSuchDay:
      FindingMeaning(
        .row, cause: "Ce jour n'existe pas.",
        remedy: "Vérifier le jour et le mois.")
    case .dateOutOfRange:
      FindingMeaning(
        .row, .warning,
        cause:
          "Une date avant 1950 ou après 2099. Facultative, elle est lue comme inconnue ; obligatoire, la ligne est refusée.",
        remedy: "Vider la cellule ou corriger l'année.")
    case .shortBirthYear:
      FindingMeaning(
        .row, cause: "Une année de naissance sur deux chiffres.",
        remedy: "L'écrire sur quatre.")
    case .unlikelyAge:
      FindingMeaning(
        .warning, cause: "La naissance donne moins de 14 ans ou plus de 99 ans à l'entrée : lue comme inconnue.",
        remedy: "Laisser la cellule vide si la naissance n'est pas connue, sinon la corriger.")
    case .notANumber:
      FindingMeaning(
        .row, cause: "La cellule n'est pas un nombre décimal, ni des heures.",
        remedy: "Écrire le nombre seul ; des heures aussi en heures et minutes (151:40).")
    case .notAnInteger:
      FindingMeaning(
        .row, cause: "La cellule n'est pas un nombre entier.",
        remedy: "L'écrire en chiffres.")
    case .outOfRange:
      FindingMeaning(
        .row,
        cause:
          "Le nombre est hors de ce qui est possible : un ETP négatif ou au-dessus de 1 (100 %), des heures négatives.",
        remedy: "Le corriger ; une régularisation se déduit du salarié, ou corrige le fichier de son mois.")
    case .unknownCode:
      FindingMeaning(
        .row, cause: "La valeur n'est pas dans la liste.",
        remedy: "Écrire une des valeurs dites ; ou faire ajouter le mot dans `words` de `programme.yaml`.")
    case .unmappedValue:
      FindingMeaning(
        .row, cause: "Une valeur que la correspondance de la colonne (`mappings/`, `values`) ne connaît pas.",
        remedy: "Corriger la cellule, ou ajouter la valeur à la correspondance.")
    case .unknownWord:
      FindingMeaning(
        .row,
        cause: "Un mot pour « inconnu » là où une cellule vide dit autre chose (identifiant, commune d'un poste).",
        remedy: "Écrire la vraie valeur, ou vider la cellule.")
    case .unknownCommune:
      FindingMeaning(
        .row, cause: "Le nom n'est pas celui d'une commune du territoire.",
        remedy: "Le corriger ; pour ailleurs, écrire le code postal ou INSEE, ou « ailleurs ».")
    case .ambiguousPostalCode:
      FindingMeaning(
        .row, cause: "Le code postal est celui de plusieurs communes du territoire.",
        remedy: "Écrire le nom ou le code INSEE.")
    case .communeDisagreement:
      FindingMeaning(
        .row, cause: "Le code et le nom ne sont pas ceux de la même commune.",
        remedy: "N'écrire que celui qui est juste.")
    case .scientificNotation:
      FindingMeaning(
        .row, cause: "Un identifiant en notation scientifique : ses chiffres sont perdus.",
        remedy: "Colonne au format Texte avant d'enregistrer, depuis le fichier d'origine.")
    case .identifierTooLong:
      FindingMeaning(
        .row,
        cause: "Un identifiant de plus de 256 octets : ce n'est pas un numéro, une autre colonne est lue à sa place.",
        remedy: "Mettre dans cette colonne le numéro ou le code, seul.")
    case .renumberedJob:
      FindingMeaning(
        .row,
        cause:
          "Un numéro de poste écrit autrement que dans les mois précédents (zéros, tirets) : le poste serait compté deux fois.",
        remedy: "L'écrire comme dans les mois précédents.")
    case .endBeforeStart:
      FindingMeaning(
        .row, cause: "La fin précède le début.",
        remedy: "Vérifier les deux dates.")
    case .exitBeforeEntry:
      FindingMeaning(
        .row, cause: "La sortie précède l'entrée.",
        remedy: "Vérifier les deux dates.")
    case .birthAfterEntry:
      FindingMeaning(
        .row, cause: "La naissance suit l'entrée.",
        remedy: "Vérifier la naissance et l'entrée.")
    case .missingOutcome:
      FindingMeaning(
        .row, cause: "Une date de sortie sans motif.",
        remedy: "Remplir le motif.")
    case .outcomeWithoutDate:
      FindingMeaning(
        .row, cause: "Un motif de sortie sans date.",
        remedy: "Remplir la date, ou vider le motif si la personne est encore là.")
    case .duplicateRow:
      FindingMeaning(
        .row, cause: "La clé de la ligne est déjà celle d'une autre ; la première est gardée.",
        remedy: "Supprimer le double ; si le contrat a changé, dire le contrat et la date d'embauche de chaque ligne.")
    case .statusDisagreement:
      FindingMeaning(
        .row, cause: "Un même poste a plusieurs statuts le même mois : toutes ses lignes sont refusées.",
        remedy: "Leur donner le même statut.")
    case .undeclaredAxis:
      FindingMeaning(
        .warning, cause: "Une ligne d'un axe que l'association ne déclare pas ; elle est comptée.",
        remedy: "Vérifier l'axe, ou l'ajouter à l'association dans `programme.yaml`.")
    case .notAMemberPresent:
      FindingMeaning(
        .warning, cause: "Une association présente n'est pas membre ce mois-ci ; elle n'est pas comptée.",
        remedy: "Vérifier la liste, ou les dates d'adhésion.")
    case .fteHoursGap:
      FindingMeaning(
        .warning, cause: "L'ETP et les heures s'écartent de plus de 0,02 ETP ; l'ETP est retenu.",
        remedy: "Vérifier les deux.")
    case .fteAboveOne:
      FindingMeaning(
        .warning, cause: "Les heures d'une ligne font plus de 1,10 ETP.",
        remedy: "Vérifier les heures, et leur nature (payées ou travaillées).")
    case .employeeAboveOne:
      FindingMeaning(
        .warning, cause: "Les lignes d'un salarié font ensemble plus de 1,10 ETP.",
        remedy: "Vérifier qu'aucune n'est en double.")
    case .jobAboveOne:
      FindingMeaning(
        .warning, cause: "Les lignes d'un poste font ensemble plus de 1,10 ETP.",
        remedy: "Vérifier qu'aucune n'est en double.")
    case .pathLost:
      FindingMeaning(
        .warning, cause: "Des parcours de l'export précédent n'y sont plus.",
        remedy: "Remettre ces lignes : un parcours terminé garde la sienne.")
    case .stateDisagreement:
      FindingMeaning(
        .warning, cause: "Deux comptes rendus ne disent pas le même état d'une réunion.",
        remedy: "Vérifier l'état dans les deux exports.")
    case .plausibilityFTE:
      FindingMeaning(
        .warning, cause: "Les ETP du mois sortent de l'habitude de l'association.",
        remedy: "Vérifier ; si c'est juste, le noter dans `acknowledged.yaml`.")
    case .plausibilityHeadcount:
      FindingMeaning(
        .warning, cause: "L'effectif du mois sort de l'habitude.",
        remedy: "Vérifier ; si c'est juste, le noter dans `acknowledged.yaml`.")
    case .plausibilityHours:
      FindingMeaning(
        .warning, cause: "Les heures du mois sortent de l'habitude.",
        remedy: "Vérifier ; si c'est juste, le noter dans `acknowledged.yaml`.")
    case .plausibilityMeetings:
      FindingMeaning(
        .warning, cause: "Les réunions du mois sortent de l'habitude.",
        remedy: "Vérifier ; si c'est juste, le noter dans `acknowledged.yaml`.")
    }
  }
}
