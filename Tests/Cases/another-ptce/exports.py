"""What the four associations of case another-ptce send for a month (2024-01): their own headers, words and encodings."""
import sys

year, month = sys.argv[1].split("-")


def write(association, kind, lines, encoding="utf-8", end="\n"):
    with open(f"inputs/exports/{association}/{kind}-{year}-{month}.csv", "wb") as file:
        file.write(("".join(line + end for line in lines)).encode(encoding))


# A payroll's export: 9 posts, two of them created; 5 × 0,8 + 4 = 8 FTE.
write("un-toit", "etp", ["Mois;N° poste;Matricule;Axe;Type de contrat;Statut de l'emploi;Quotité;Genre"] + [
    f"{month}/{year};T{i};M{i};Habitat;{'CDI' if i < 6 else 'CDD'};{'existant' if i < 7 else 'créé'};"
    f"{'1' if i % 2 else '0,8'};{'F' if i % 3 else 'H'}" for i in range(9)], "cp1252", "\r\n")
write("un-toit", "reunions", ["date;instance;membres;participants", f"12/{month}/{year};CA;tous;9",
                              f"25/{month}/{year};Comité de pilotage;Un toit|Le Relais;6"])
# Hours alone: 14 × 130 ÷ 1820 × 12 = 12 FTE.
write("le-relais", "etp", ["mois;poste_id;salarie_id;axe;contrat;statut;heures;dispositif;sexe"] + [
    f"{month}/{year};R{i};S{i};textile;cddi;{'existant' if i < 11 else 'cree'};130;aci;{'f' if i % 2 else 'h'}"
    for i in range(14)])
write("le-relais", "beneficiaires", ["beneficiaire_id;dispositif;axe;date_entree;date_sortie;sortie;sexe;rsa;commune"] + [
    f"B{i};aci;textile;0{1 + i % 9}/06/2023;;;{'f' if i % 2 else 'h'};{'oui' if i % 3 else 'non'};"
    f"{'35300' if i % 2 else '35133'}" for i in range(16)])
write("bois-d-ici", "etp", ["mois;poste_id;salarie_id;axe;contrat;statut;etp;sexe"] + [
    f"{year}-{month};BO-{i};E{i};forêt et bois;cdi;{'cree' if i < 2 else 'existant'};1;{'h' if i else 'f'}" for i in range(5)])
write("fil-a-fil", "etp", ["mois;poste_id;salarie_id;axe;contrat;statut;etp;dispositif;sexe"] + [
    f"{year}-{month};FF{i};E{i};Textile;cddi;existant;0,75;ei;f" for i in range(8)])
write("fil-a-fil", "beneficiaires", ["beneficiaire_id;dispositif;axe;date_entree;sexe"] + [
    f"F{i};ei;Textile;2023-1{i % 3}-05;f" for i in range(8)])
