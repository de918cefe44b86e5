"""The words beside a name that tell whether a place is meant."""

from __future__ import annotations


def _words(lines: str) -> frozenset[str]:
    return frozenset(lines.split())


#: Prepositions that only a place (or a time) follows.
IN_PLACE = _words(
    "in at near outside inside across throughout around above beneath outskirts amid off within toward towards into onto via"
)
#: Prepositions that a place often follows, and a person too.
WITH_PLACE = _words(
    "from to of between along over through against and or leaving left reached visited reaching entering entered outside"
)
#: Head nouns that make the name before them part of a place's name ("Kunduz Province").
DIVISION_TAILS = _words(
    "Province Provinces Region District Governorate County Parish Oblast Krai State Valley City Township Prefecture "
    "Department Island Islands Peninsula Strip Territory Republic Municipality Canton Gorge province region district "
    "governorate county oblast valley city state township prefecture peninsula"
)
#: What stands before "of" in "the province of Kunduz".
DIVISION_HEADS = _words(
    "province region district city town village state county governorate port island republic valley capital suburb"
)
#: Plurals behind a name that make it an adjective of many ("the Balkan countries").
MANY = _words("countries nations states")
#: Capitalised words behind a place that leave it a place: public bodies and offices.
PUBLIC_TAILS = _words(
    "County Town Hall Coroner Commission Jail National Senior Parks Manager Environmental Recreation MLA MP MPs OKs "
    "Police Government Council Mayor Governor Gov. Gov Sen. Sen Rep. Rep Fire Sheriff Court Courts Prime Foreign "
    "President Vice Secretary Minister Defense Defence Interior Finance Army Navy Embassy Ambassador Parliament "
    "Attorney Supreme Superior Circuit Municipal Metro Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March April May June July August September October November December Gen. Chancellor King Queen "
    "Emir Sultan Lt. Dist. School Schools High Airport International Public Health Department Democratic Republican "
    "Democrat Republicans Democrats"
)
#: Words that open a longer place-like description ("eastern Aleppo", "Greater Manchester") and may be capitalised themselves.
QUARTERS = _words(
    "North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest "
    "Northeastern Northwestern Southeastern Southwestern Upper Lower Greater Downtown Inner Outer Old Rural Former "
    "Modern The In At From Near Outside Inside Across To Of And But For Since While When As After Before With By On "
    "Through Throughout Into If Is Are Was Were Does Did Will Can Why How What Where Although Because Last This That "
    "Both Neither Between Meanwhile Today Yesterday Now Then So Yet Elsewhere Around Over Under Among Despite Unlike "
    "Like Also Even Only"
)
#: Titles that a person's name follows.
TITLES = _words(
    "Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sir Lord Lady Dame Prof. Professor President Minister Senator Sen. Sen Rep. Rep "
    "Gov. Governor Mayor Judge Justice General Gen. Gen Col. Colonel Lt. Lt Maj. Major Capt. Captain Sgt. Sgt "
    "Sergeant Officer Chief Coach King Queen Prince Princess Pope Bishop Rev. Rev Father Sister Brother Saint "
    "Secretary Chancellor Premier Ambassador Sheikh Imam Ayatollah Mullah Commissioner Chairman Detective Deputy "
    "Attorney Director"
)
#: Frequent given names, where the name that follows is a surname and not a town.
GIVEN = _words(
    "Michael John James Robert David William Richard Thomas Mark Charles Steven Kevin Brian George Edward Ronald "
    "Timothy Jason Jeffrey Gary Ryan Nicholas Eric Stephen Jonathan Larry Scott Frank Brandon Raymond Gregory "
    "Benjamin Samuel Patrick Jack Dennis Jerry Alexander Tyler Henry Peter Adam Zachary Walter Kyle Harold Carl "
    "Jeremy Arthur Roger Keith Joe Bob Bill Jim Tom Mike Dan Ben Sam Tony Chris Matt Steve Jeff Greg Nick Alex Mary "
    "Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley "
    "Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy "
    "Angela Anna Ruth Brenda Pamela Nicole Katherine Virginia Catherine Christine Debra Rachel Janet Emma Maria "
    "Heather Diane Julie Joyce Evelyn Joan Kelly Christina Lauren Martha Judith Hannah Jacqueline Ann Anne Jane "
    "Mohammed Muhammad Mohamed Ahmed Ali Hassan Hussein Abdul Ibrahim Omar Khalid Mustafa Vladimir Sergei Ivan Dmitry "
    "Alexei Jean Pierre Juan Carlos Jose"
)
#: Lower-case words that stand inside names of places ("Rio de Janeiro", "Newcastle upon Tyne").
LINKS = _words("of the and de da do dos del la las los le les el al du des di upon on under am an der den e en y sur")

#: Names in the gazetteer that news seldom or never means as places.
NOT_PLACES = _words(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun "
    "Congress Senate Parliament God Church Casino Gulf Arab Central North South East West Nord Sud NATO Nato Police "
    "Army Navy University School Christmas Easter Islam Allah Pope King Queen Union League House Bill Democrat "
    "Democrats Republican Republicans Catholic Olympic Olympics Internet Facebook Twitter Google Villas Council Court "
    "State Capital Republic Mr Mrs Miss"
)
#: Lower-case words behind a place's name that show it used as one ("a Gainesville man", "Kabul police").
LOCAL_TAILS = _words(
    "man woman men women resident residents police official officials authorities area native mayor suburb airport "
    "hospital neighborhood neighbourhood street streets district province government region hotel mosque market-based "
    "embassy"
)
#: Abbreviations whose full stop belongs to them.
ABBREVIATED = _words(
    "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Kans. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. "
    "Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Vt. Va. Wash. Wis. Wyo. Alta. Man. Ont. Que. Sask. Mr. Mrs. Ms. Dr. Sen. "
    "Rep. Gov. Gen. Col. Lt. Capt. Sgt. Rev. Prof. St. Mt. Ft."
)
