"""The units of Region Nordhavet as an outline: a name, its abbreviation, and what lies below it by indentation.

Marks: ``H`` hospital, ``K`` corporate centre, ``C`` centre, ``A`` department with its wards after the colon.
A ward may carry the day it was established in brackets. The outline holds the names of the first day; the events
in ``history.py`` bring them up to today.
"""

OUTLINE = """
H Odinsø Universitetshospital (OUN)
  C Hjerte- og Lungecentret (HLC)
    A Hjertemedicinsk Afdeling: Sengeafsnit H1; Sengeafsnit H2; Hjerteambulatoriet; Hjertelaboratoriet; Rytmeafsnittet
    A Hjerte- og Karkirurgisk Afdeling: Sengeafsnit K1; Karkirurgisk Ambulatorium; Thoraxintensiv
    A Lungemedicinsk Afdeling: Sengeafsnit L1; Lungeambulatoriet; Søvnlaboratoriet
  C Kræft- og Blodcentret (KBC)
    A Kræftafdelingen: Sengeafsnit O1; Stråleterapien; Kræftambulatoriet; Palliativt Team
    A Blodsygdomsafdelingen: Sengeafsnit B1; Blodambulatoriet
  C Diagnostisk Center (DIC)
    A Billeddiagnostisk Afdeling: Røntgen; MR og CT; Ultralyd; Mammografien
    A Klinisk Biokemisk Afdeling: Blodprøvetagningen; Automatlaboratoriet; Speciallaboratoriet
    A Klinisk Mikrobiologisk Afdeling: Bakteriologien; Virologien
    A Patologisk Afdeling: Histologien; Cytologien
  A Akutafdelingen: Akutmodtagelsen; Akutsengeafsnittet; Skadestuen; Visitationen
  A Anæstesi- og Intensivafdelingen: Intensivafsnittet; Operationsgangen; Opvågningen; Smerteklinikken
  A Kvinde- og Børneafdelingen: Fødegangen; Barselsafsnittet; Svangreambulatoriet; Gynækologisk Sengeafsnit; \
Børnesengeafsnittet; Børneambulatoriet; Neonatalafsnittet
  A Neurologisk Afdeling: Sengeafsnit N1; Sengeafsnit N2; Neurologisk Ambulatorium; Skleroseklinikken
  A Kirurgisk Afdeling: Sengeafsnit P1; Sengeafsnit P2; Endoskopien; Kirurgisk Ambulatorium
  A Ortopædkirurgisk Afdeling: Sengeafsnit T1; Sengeafsnit T2; Ortopædkirurgisk Ambulatorium; Dagkirurgien
  A Nyremedicinsk Afdeling: Nyresengeafsnittet; Dialysen; Nyreambulatoriet
  A Afdeling for Fysio- og Ergoterapi: Terapien Øst; Terapien Vest
  A Serviceafdelingen: Rengøringen; Portørcentralen; Køkkenet
H Fjordby Hospital (FJH)
  A Akutafdelingen: Akutmodtagelsen; Akutsengeafsnittet; Skadeklinikken
  A Intern Medicinsk Afdeling: Sengeafsnit M1; Sengeafsnit M2; Sengeafsnit M3; Medicinsk Dagafsnit; \
Endokrinologisk Ambulatorium; Lungeambulatoriet
  A Kirurgisk Afdeling: Sengeafsnit K1; Endoskopien; Kirurgisk Ambulatorium
  A Ortopædkirurgisk Afdeling: Sengeafsnit O1; Ortopædkirurgisk Ambulatorium; Fysioterapien
  A Kvinde- og Fødeafdelingen: Fødegangen; Barselsafsnittet; Gynækologisk Ambulatorium; Jordemoderkonsultationen
  A Børneafdelingen: Børnesengeafsnittet; Børnemodtagelsen; Børneambulatoriet
  A Anæstesiafdelingen: Intensivafsnittet; Operationsgangen; Opvågningen
  A Billeddiagnostisk Afdeling: Røntgen; MR og CT
  A Klinisk Biokemisk Afdeling: Blodprøvetagningen; Laboratoriet
  A Serviceafdelingen: Rengøringen; Portørcentralen; Køkkenet
H Sandsund Sygehus (SSV)
  A Akutafdelingen: Akutmodtagelsen; Akutsengeafsnittet; Skadestuen
  A Medicinsk Afdeling: Sengeafsnit A1; Sengeafsnit A2; Medicinsk Ambulatorium; Diabetesklinikken
  A Geriatrisk Afdeling: Geriatrisk Sengeafsnit; Faldklinikken; Geriatrisk Udgående Team
  A Kirurgisk Afdeling: Sengeafsnit C1; Kirurgisk Ambulatorium; Endoskopien
  A Ortopædkirurgisk Afdeling: Sengeafsnit D1; Ortopædkirurgisk Ambulatorium
  A Kvinde- og Fødeafdelingen: Fødegangen; Barselsafsnittet; Jordemodercentret
  A Anæstesiafdelingen: Intensivafsnittet; Operationsgangen; Dagkirurgien
  A Billeddiagnostisk Afdeling: Røntgen; MR og CT
  A Klinisk Biokemisk Afdeling: Blodprøvetagningen; Laboratoriet
H Klinthavn Hospital (KLH)
  A Akutafdelingen: Akutmodtagelsen; Akutsengeafsnittet
  A Medicinsk Afdeling: Sengeafsnit 1; Sengeafsnit 2; Apopleksiafsnittet; Medicinsk Ambulatorium; Dialysen
  A Kirurgisk Afdeling: Sengeafsnit 5; Kirurgisk Ambulatorium; Endoskopien
  A Ortopædkirurgisk Afdeling: Sengeafsnit 6; Ortopædkirurgisk Ambulatorium; Håndklinikken
  A Anæstesiafdelingen: Intensivafsnittet; Operationsgangen; Opvågningen
  A Øjen- og Øreafdelingen: Øjenambulatoriet; Øreambulatoriet; Operationsgangen Ø
  A Diagnostisk Afdeling: Røntgen; Laboratoriet
H Brostrand Sygehus (BRS)
  A Akutklinikken: Skadeklinikken; Observationsafsnittet
  A Medicinsk Afdeling: Sengeafsnit 1; Sengeafsnit 2; Sengeafsnit 3; Medicinsk Ambulatorium; \
Det Virtuelle Afsnit [2025-02-01]
  A Gigtafdelingen: Gigtambulatoriet; Genoptræningen; Gigtsengeafsnittet
  A Dagkirurgisk Afdeling: Dagkirurgien; Operationsgangen; Opvågningen
  A Neurorehabiliteringen: Rehabiliteringsafsnit Nord; Rehabiliteringsafsnit Syd; Terapien
  A Diagnostisk Afdeling: Røntgen; Laboratoriet
H Vesterhede Sygehus (VHH)
  A Akutklinikken: Skadeklinikken; Lægevagten
  A Medicinsk Afdeling: Sengeafsnit V1; Sengeafsnit V2; Medicinsk Dagafsnit; Medicinsk Ambulatorium
  A Ortopædkirurgisk Afdeling: Sengeafsnit V3; Hofte- og Knæklinikken; Dagkirurgien
  A Anæstesiafdelingen: Operationsgangen; Opvågningen
  A Tværfagligt Smertecenter: Smerteambulatoriet; Smerteskolen
H Psykiatrien Nordhavet (PSN)
  A Voksenpsykiatrisk Afdeling Nord: Sengeafsnit N1; Sengeafsnit N2; Lokalpsykiatri Fjordby; Opsøgende Team Nord; \
Ambulatorium for Angst og Depression
  A Voksenpsykiatrisk Afdeling Syd: Sengeafsnit S1; Sengeafsnit S2; Lokalpsykiatri Klinthavn; Opsøgende Team Syd
  A Børne- og Ungdomspsykiatrisk Afdeling: Ungdomsafsnittet; Spiseforstyrrelsesafsnittet; Ambulatorium for Børn; \
Ambulatorium for Unge
  A Retspsykiatrisk Afdeling: Retspsykiatrisk Afsnit R1; Retspsykiatrisk Afsnit R2; Retspsykiatrisk Ambulatorium
  A Ældrepsykiatrisk Afdeling: Sengeafsnit Æ1; Demensklinikken; Udgående Ældreteam
  A Psykiatrisk Akutafdeling: Psykiatrisk Akutmodtagelse; Akutafsnit P1; Akutafsnit P2
K Center for HR og Arbejdsmiljø (CHA)
  A Udvikling og Ledelse
  A Arbejdsmiljø og Trivsel
  A Rekruttering og Uddannelse
  A HR-data og Vagtplan
K Center for Økonomi (CFØ)
K Center for It og Medicoteknik (CIM)
  A Kliniske Systemer
  A Medicoteknik
K Center for Ejendomme (CFE)
K Center for Sundhed (CFS)
"""

# Other names that documents use: (unit, the name as printed, where it comes from).
ALIASES = (
    ("oun", "Odinsø Sygehus", "former_name"),
    ("oun", "Odinsø Universitetshopsital", "misprint"),
    ("oun", "Universitetshospitalet", "other"),
    ("fjh", "Fjordby Sygehus", "former_name"),
    ("fjh", "Fjorby Hospital", "misprint"),
    ("ssv", "Sandsund", "other"),
    ("ssv", "Sandsund Hospital", "other"),
    ("klh", "Klinthavn Sygehus", "former_name"),
    ("klh", "KHH", "misprint"),
    ("brs", "Brostrand", "other"),
    ("vhh", "Vesterhede", "other"),
    ("psn", "Psykiatrien", "other"),
    ("psn", "Nordhavets Psykiatri", "former_name"),
    ("cha", "Center for HR", "former_name"),
    ("cha", "Koncern HR", "former_name"),
    ("cfø", "Økonomicentret", "other"),
    ("cim", "Center for It", "former_name"),
    ("cfe", "Byggeafdelingen", "former_name"),
    ("oun-akutafdelingen", "Fælles Akutmodtagelse Odinsø", "former_name"),
    ("oun-akutafdelingen", "FAM Odinsø", "abbreviation"),
    ("oun-anaestesi-og-intensivafdelingen", "Anæstesiologisk Afdeling", "former_name"),
    ("oun-dic-klinisk-biokemisk-afdeling", "KBA", "abbreviation"),
    ("oun-kbc-kraeftafdelingen", "Onkologisk Afdeling", "former_name"),
    ("oun-kbc-blodsygdomsafdelingen", "Hæmatologisk Afdeling", "former_name"),
    ("fjh-kvinde-og-foedeafdelingen", "Gynækologisk-Obstetrisk Afdeling", "former_name"),
    ("ssv-akutafdelingen", "Akutafdelignen", "misprint"),
    ("psn-retspsykiatrisk-afdeling", "Retspsykiatrien", "other"),
)
