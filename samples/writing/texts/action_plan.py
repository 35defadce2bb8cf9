"""The text of the action plan: an introduction, five goals and nineteen initiatives in three priority years."""

TITLE = "Plads til et godt arbejdsliv"
RUNNING_HEAD = "Handleplan 2025-2027 for ’Plads til et godt arbejdsliv’"
LEGEND = ("Kritisk", "Øget opmærksomhed", "Planmæssigt")

INTRODUCTION = (
    (
        "I Region Nordhavet arbejder 14.300 mennesker, hver med deres faglighed, livsfase og grund til at gå på arbejde. "
        "Vi har brug for dem alle sammen, og vi får brug for flere. Regionsrådet har derfor vedtaget ’Plads til et godt "
        "arbejdsliv’, som peger på fem områder, hvor vi skal blive bedre de kommende år:"
    ),
)
GOALS = (
    "En arbejdsplads man bliver på",
    "Mere tid til kerneopgaven",
    "Vagter der hænger sammen",
    "En tryg begyndelse",
    "Ledelse med tid og retning",
)
AFTER_GOALS = (
    (
        "Denne handleplan gør målsætningerne til arbejde. Den samler de initiativer, som regionsrådet selv har taget, og "
        "fortæller, hvornår de går i gang, og hvordan det går dem. Hospitalerne, Psykiatrien Nordhavet og "
        "koncerncentrene har derudover mange indsatser, som de selv har sat i gang; dem kan man finde i "
        "inspirationskataloget."
    ),
    (
        "Ingen af opgaverne er løst på et år. Nogle initiativer begynder som forsøg på få afsnit og bredes kun ud, hvis "
        "de gør en forskel. Andre bliver stoppet igen, og det er også et resultat."
    ),
    (
        "MED-Hovedudvalget får en status to gange om året. Regionsrådet drøfter planen hvert efterår og kan lægge nye "
        "initiativer til eller tage gamle ud."
    ),
)

# (title, paragraphs, the goal line as printed, period, status)
YEARS = (
    (
        "Initiativer prioriteret i 2025",
        (
            (
                "Fast mentor det første år",
                (
                    (
                        "Alle nyuddannede i plejen skal have en mentor, som de mødes med mindst hver tredje uge i deres "
                        "første ansættelsesår. Mentorerne får et kursus på to dage og tid i vagtplanen til samtalerne."
                    ),
                ),
                "Understøtter målsætning 4: En tryg begyndelse",
                "2025-2026",
                "Planmæssigt",
            ),
            (
                "Fælles spilleregler for vagtplanen",
                (
                    (
                        "Hvert døgnafsnit skal aftale spilleregler for ønsker, bytning og weekender. Reglerne skal kunne "
                        "stå på én side og drøftes med tillidsrepræsentanten én gang om året."
                    ),
                    (
                        "Arbejdet begynder på akutafdelingerne og fortsætter på de medicinske afdelinger, når det nye "
                        "vagtplansystem er taget i brug."
                    ),
                ),
                "Understøtter målsætning 3: Vagter der hænger sammen",
                "2025-2027",
                "Øget opmærksomhed",
            ),
            (
                "Seniorsamtale for alle over 58 år",
                (
                    (
                        "Medarbejdere, der er fyldt 58 år, skal tilbydes en årlig samtale om ønsker til de sidste år på "
                        "arbejdsmarkedet. Samtalen kan føre til færre nattevagter, en anden opgave eller en gradvis "
                        "nedgang i tid."
                    ),
                ),
                "Understøtter målsætning 1: En arbejdsplads man bliver på",
                "2025-",
                "Planmæssigt",
            ),
            (
                "Samtale når nogen rejser",
                (
                    (
                        "Alle, der siger op, skal tilbydes en samtale med en anden end deres nærmeste leder. Svarene "
                        "samles uden navne, så afdelingen kan se et mønster, når mindst ti har svaret."
                    ),
                ),
                "Understøtter målsætning 1: En arbejdsplads man bliver på",
                "2025",
                "Afsluttet",
            ),
            (
                "Serviceassistenter på sengeafsnit",
                (
                    (
                        "Vi vil ansætte serviceassistenter på de afsnit, hvor plejen bruger mest tid på måltider, "
                        "oprydning og depoter. Erfaringerne fra Sandsund Sygehus viser, at der kan frigives op til 40 minutter i "
                        "en dagvagt."
                    ),
                    "Rekrutteringen er vanskelig i den nordlige del af regionen, og to afsnit er endnu ikke begyndt.",
                ),
                "Understøtter målsætning 2: Mere tid til kerneopgaven",
                "2025-2026",
                "Kritisk",
            ),
            (
                "Lederspejlet",
                (
                    (
                        "Afsnitsledere skal hvert andet år have en tilbagemelding fra deres medarbejdere, sidestillede og "
                        "egen leder. Tilbagemeldingen bruges i en samtale om udvikling og må ikke bruges til løn."
                    ),
                ),
                "Understøtter målsætning 5: Ledelse med tid og retning",
                "Efterår 2025",
                "Planmæssigt",
            ),
        ),
    ),
    (
        "Initiativer prioriteret i 2026",
        (
            (
                "Jobbesøg på en skærm",
                (
                    (
                        "Ansøgere skal kunne se et afsnit og tale med en kommende kollega på video, før de søger. Vi "
                        "begynder med stillinger, som har været slået op mere end to gange."
                    ),
                ),
                "Understøtter målsætning 1: En arbejdsplads man bliver på.",
                "1. kvartal 2026",
                "",
            ),
            (
                "Fælles vikarkorps på tværs af matrikler",
                (
                    (
                        "Fjordby Hospital, Sandsund Sygehus og Brostrand Sygehus skal dele et korps af faste vikarer, som "
                        "kender både huset og systemerne. Målet er at halvere brugen af eksterne vikarer."
                    ),
                ),
                "Understøtter målsætning 3: Vagter der hænger sammen",
                "2126-2027",
                "",
            ),
            (
                "Tryg på nattevagten",
                (
                    (
                        "Psykiatrien Nordhavet og akutmodtagelserne skal afprøve en fast gennemgang af aftenens risici "
                        "ved vagtskiftet kl. 23 og en makker, som altid er inden for rækkevidde."
                    ),
                    "Forsøget skal:",
                    "- nedbringe antallet af trusler og voldsomme hændelser,",
                    "- sikre, at alle hændelser bliver talt igennem inden for et døgn,",
                    "- give natholdet samme adgang til støtte som dagholdet.",
                ),
                "Understøtter målsætning 3: Vagter der hænger sammen",
                "Forsøg i 2 år",
                "Øget opmærksomhed",
            ),
            (
                "Introuge for alle faggrupper",
                (
                    (
                        "De første fem dage skal planlægges på samme måde, uanset om man er læge, portør eller "
                        "lægesekretær. Ugen veksler mellem fælles oplæg og følgedage i eget afsnit."
                    ),
                ),
                "Understøtter målsætning 4: En tryg begyndelse",
                "Medio 2026",
                "Planmæssigt",
            ),
            (
                "Mindre dobbelt dokumentation",
                (
                    (
                        "Fem afdelinger skal gennemgå, hvad de skriver ned, og hvem der læser det. Det, som ingen bruger, "
                        "holder vi op med. Center for It og Medicoteknik retter skabelonerne til, så det samme ikke skal "
                        "tastes to gange."
                    ),
                ),
                "Understøtter målsætning 2: Mere tid til opgaven",
                "2026-",
                "",
            ),
            (
                "Makkerpar for nye afsnitsledere",
                (
                    (
                        "En ny afsnitsleder får en erfaren makker fra et andet hospital. De mødes otte gange i løbet af "
                        "det første år og følger hinanden en hel dag hver."
                    ),
                ),
                "Understøtter målsætning 4: Ledelse med tid og retning",
                "2026-2027",
                "",
            ),
            (
                "Kompetencekort for lægesekretærer",
                (
                    (
                        "Lægesekretærer, som overtager opgaver med visitation og booking, skal have et kort over de "
                        "kompetencer, de har, og dem, de kan få. Kortet gælder på alle hospitaler, så man ikke begynder "
                        "forfra, når man skifter afdeling."
                    ),
                ),
                "Understøtter målsætning 2: Mere tid til kerneopgaven",
                "Q2 2026",
                "",
            ),
            (
                "Pulje til bedre pauserum",
                (
                    (
                        "Der er afsat 3,5 mio. kr., som afsnit kan søge til at indrette et sted, hvor man kan holde pause "
                        "uden at blive forstyrret. Ansøgningen underskrives af både leder og "
                        "arbejdsmiljørepræsentant."
                    ),
                ),
                "Understøtter målsætning 1: En arbejdsplads man bliver på",
                "2026",
                "Planmæssigt",
            ),
            (
                "Delestillinger med kommunerne",
                (
                    (
                        "Vi vil undersøge, om sygeplejersker og terapeuter kan have en stilling, der er delt mellem et "
                        "hospital og en kommune, uden at miste anciennitet."
                    ),
                ),
                "Understøtter målsætning 1: En arbejdsplads man bliver på",
                "Idéfase",
                "",
            ),
        ),
    ),
    (
        "Initiativer prioriteret i 2027",
        (
            (
                "Karriereveje for bioanalytikere og radiografer",
                (
                    (
                        "Bioanalytikere og radiografer skal kunne se tre veje frem: specialist, underviser og leder. "
                        "Vejene beskrives sammen med de faglige organisationer og afprøves først på Odinsø "
                        "Universitetshospital."
                    ),
                ),
                "Understøtter målsætning 1: En arbejdsplads man bliver på",
                "2027-2028",
                "",
            ),
            (
                "Ønskeplan på alle døgnafsnit",
                (
                    (
                        "Medarbejdere på døgnafsnit skal selv kunne lægge ønsker ind i vagtplanen otte uger frem og se, "
                        "hvordan ønskerne er fordelt mellem kollegerne."
                    ),
                ),
                "Understøtter målsætning 3: Vagter der hænger sammen",
                "2027",
                "",
            ),
            (
                "Lederens første hundrede dage",
                (
                    (
                        "Nye ledere får et forløb, som begynder før første arbejdsdag. Forløbet dækker økonomi, vagtplan, "
                        "arbejdsmiljø og den svære samtale."
                    ),
                ),
                "Understøtter målsætning 5: Ledelse med tid og retning",
                "F2027",
                "",
            ),
            (
                "Fælles modtagelse af studerende",
                (
                    (
                        "Studerende og elever fra alle uddannelser modtages samlet fire gange om året på hvert hospital. "
                        "De får en fast vejleder og et sted at sidde."
                    ),
                ),
                "Understøtter målsætning 4: En tryg begyndelse",
                "2027+ 2028",
                "",
            ),
        ),
    ),
)
