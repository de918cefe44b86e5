"""What a sentence says of an event: denied, planned, wanted, demanded, feared and conditional things are never asserted.

``[...]`` marks the evidence. Every line is one case.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.qualify import Qualities, qualify
from dragoman.qualify.words import listed_words


def judged(marked: str, *, title: bool = False, event_type: str | None = None) -> Qualities:
    begin, end = marked.index("["), marked.index("]") - 1
    return qualify(marked.replace("[", "").replace("]", ""), (begin, end), title, event_type)


ASSERTED = """
Rebels [stormed] the base.
The town was [shelled] by the army for two days.
The army said it had [taken] the town.
Jets [struck] the depot, killing three.
The minister [refused to meet] the envoy.
The union [vowed] to shut the ports.
The president [promised to send] troops.
The ministry [declined] to comment.
The general [threatened to attack] the port if the talks fail.
The council did not stop the army from [shelling] the town.
The patrol could not prevent rebels from [burning] the depot.
The army did not only [shell] the port but the town as well.
No fewer than forty gunmen [stormed] the base.
Police began [arresting] students.
The raid forced the rebels to [free] the nurses.
The army, which had not been paid, [mutinied].
The minister did not resign but [apologised].
After the deal had failed, rebels [burned] the depot.
Police [detained] the editor, who denies the charge.
In May the navy [seized] a trawler.
Israel has begun [sending] food.
The envoy managed to [free] the hostages.
The police are [holding] forty men.
Troops held the bridge until police [arrived].
The camp is subject to [frequent attacks] by gunmen.
The camp is itself subject to [frequent guerrilla attacks] by gunmen.
The town was subjected to [heavy shelling] by rebels.
The dispute gave rise to [armed clashes] between the two tribes.
In response to [repeated attacks], the army sealed the border.
Guards were able to [free] the nurses.
There was no shortage of drivers [blocking] the bridge.
There is no doubt that the army [shelled] the town.
The tribunal opened a case against two officers for [shelling] the town.
Police held two men without warrants for [burning] the depot.
The town was reportedly quiet after the clinic where the patrol [beat] him had closed.
The junta went so far as to [expel] the envoy.
Thanks to [secret talks] between Oslo and Quito, the nurses are home.
In May, when [Turkish jets struck] the depot, the talks failed.
The army did not open fire and only [returned] it.
The minister [refused to attend], apparently out of fear.
""".strip().splitlines()

DENIED = """
The army denied [shelling] the town.
The army denied that it had [shelled] the town.
The army denies it [shelled] the town.
There is no evidence that the army [shelled] the town.
The envoy dismissed claims that the army had [shelled] the town.
The army did not [shell] the town.
The army didn’t [shell] the town.
The army has yet to [free] the nurses.
Rebels failed to [take] the bridge.
The patrol left without [firing] a shot.
The police never [arrested] him.
No soldier [fired].
The crowd left without the guards [firing] a shot.
There was no specific, credible [threat] to the port.
None of the soldiers [fired] at the crowd.
Neither side [opened] fire.
The junta has [freed none] of the singers.
The two sides [signed nothing].
The ministry no longer [sends] rice.
Chad refused to [sign] the accord.
The president was stopped from [entering] the hall.
Instead of [bombing] the port, the jets turned back.
The strike [talks] never took place.
The [raid] was called off.
Nobody [attacked] the convoy.
The two did not meet or [speak].
The ministry is unlikely to [send] a ship.
The army plans no further [strikes].
""".strip().splitlines()

NOT_ASSERTED = """
planned | The sides will [hold] talks on Monday.
planned | The sides are to [meet] on Monday.
planned | The ministry plans to [sell] the mine.
planned | The envoy is set to [visit] Paris.
planned | The cabinet is due to [vote] on Friday.
planned | Talks [will be held] in May.
planned | The navy said it would [send] two ships.
planned | The minister will meet the envoy and [sign] the pact.
planned | The army is not going to [leave] the valley.
planned | The ministry is not going to [cancel] the debt.
planned | The junta plans to close the port, dig a trench and [expel] the migrants.
planned | The planned [drills] drew protests.
intended | The junta wants to [buy] drones.
intended | Jakarta seeks to [hold] Canberra to its word.
intended | The rebels tried to [take] the bridge.
intended | She sailed to Tunis in order to [borrow] money.
intended | Soldiers came to the village to [arrest] the mayor.
demanded | The council urged the rebels to [free] the nurses.
demanded | Troops must [leave] the valley, the envoy said.
demanded | The bishop called for a [strike].
demanded | The envoy demanded that the army [leave] the valley.
demanded | The opposition asked the mayor to [quit].
demanded | The two sides should [talk].
demanded | Order to [shell] the town phoned in
possible | The militia may have [shelled] the port.
possible | The feud could [empty] the whole valley.
possible | Rebels might [attack] the port.
possible | The palace dreads that smugglers will [reach] the coast.
possible | Let's hope that Lusaka will soon [placate] Harare.
possible | There are fears of an [attack] on the port.
possible | The militia allegedly [shelled] the port.
possible | The militia reportedly [shelled] the port.
possible | He is suspected of [bombing] the bank.
possible | Peru accused Bolivia of [bombing] a village.
possible | The governor never denied [meeting] the rebels.
possible | The alleged [shelling] of the port drew protests.
possible | The cabinet is considering [cutting] aid.
possible | Did the army [shell] the port?
possible | He asked whether the army had [shelled] the port.
possible | The junta is likely to [extend] the curfew.
conditional | If the dam is hit, Sudan will [retaliate].
conditional | Sudan will [retaliate] if the dam is hit.
conditional | Unless the talks resume, the union will [strike].
conditional | Should the talks fail, the army would [attack].
conditional | India may move guns if patrols [return] to the pass.
conditional | Tunis will readmit them once Rome [pays] the fee.
conditional | The talks would [help] everyone if anyone came.
""".strip().splitlines()


@pytest.mark.parametrize("marked", ASSERTED)
def test_told_as_happening(marked: str) -> None:
    found = judged(marked)
    assert (found.polarity, found.modality) == ("positive", "asserted"), found.why


@pytest.mark.parametrize("marked", DENIED)
def test_told_as_not_happening(marked: str) -> None:
    assert judged(marked).polarity == "negative", judged(marked).why


@pytest.mark.parametrize("line", NOT_ASSERTED)
def test_not_told_as_happening(line: str) -> None:
    modality, marked = line.split(" | ")
    assert judged(marked).modality == modality, judged(marked).why


@pytest.mark.parametrize(
    ("marked", "title", "modality", "tense"),
    [
        ("Rail union to [strike] before Easter", True, "planned", "future"),
        ("Canberra [slaps] sanctions on hackers", True, "asserted", "present"),
        ("Canberra [to host] talks", True, "planned", "future"),
        ("Hanoi yet to [free] blogger", True, "asserted", "present"),
    ],
)
def test_headlines(marked: str, title: bool, modality: str, tense: str) -> None:
    found = judged(marked, title=title)
    assert (found.modality, found.tense) == (modality, tense), found.why


@pytest.mark.parametrize(
    ("marked", "event_type", "polarity", "modality"),
    [
        ("The union [will not hand over] the books.", "REJECT", "positive", "asserted"),
        ("The union [will not hand over] the books.", "RETREAT", "negative", "planned"),
        ("The union [has no intention of signing].", "REJECT", "positive", "asserted"),
        ("Oslo [will ask] the court for help.", "REQUEST", "positive", "planned"),
        ("Oslo [should pay], the union said.", "REQUEST", "positive", "asserted"),
        ("Oslo [has not summoned] the envoy.", "ACCUSE", "negative", "asserted"),
        ("Oslo [may ask] the court for help.", "REQUEST", "positive", "possible"),
        ("The union did not [reject] the offer.", "REJECT", "negative", "asserted"),
    ],
)
def test_an_act_of_speech_is_what_happened(marked: str, event_type: str, polarity: str, modality: str) -> None:
    found = judged(marked, event_type=event_type)
    assert (found.polarity, found.modality) == (polarity, modality), found.why


@pytest.mark.parametrize(
    ("marked", "tense"),
    [
        ("Jets [struck] the depot.", "past"),
        ("Jets are [striking] the depot.", "present"),
        ("The ministry [sends] rice every year.", "present"),
        ("Jets had been [striking] the depot.", "past"),
        ("Jets will [strike] the depot.", "future"),
        ("Jets struck the depot, [killing] three.", "past"),
        ("The militia may have [shelled] the port.", "past"),
        ("The militia may [shell] the port.", "future"),
        ("The rebels tried to [take] the bridge.", "past"),
        ("The junta wants to [buy] drones.", "future"),
        ("The army has [left] the valley.", "past"),
        ("The army has been [shelling] the valley since May.", "present"),
        ("Ministers [met] in May.", "past"),
    ],
)
def test_tense(marked: str, tense: str) -> None:
    assert judged(marked).tense == tense, judged(marked).why


def test_says_which_rules_spoke() -> None:
    assert judged("The army denied [shelling] the town.").why == "gerund"
    assert judged("Rebels [stormed] the base.").why == "plain"


def test_evidence_outside_the_sentence_is_an_error() -> None:
    with pytest.raises(ValueError, match="holds no word"):
        qualify("Rebels left.", (40, 50))


SOME = listed_words("the army did not will may to deny denied that if shelled shelling , ; ' ? has been")
WORDS = st.lists(st.sampled_from(sorted(SOME)), min_size=1)


@given(WORDS, st.data())
def test_any_words_get_a_verdict(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    begin = sum(len(word) + 1 for word in words[:at])
    found = qualify(" ".join(words), (begin, begin + len(words[at])))
    assert found == qualify(" ".join(words), (begin, begin + len(words[at])))
