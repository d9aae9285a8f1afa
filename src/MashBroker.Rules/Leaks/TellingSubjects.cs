namespace MashBroker.Rules;

/// <summary>
/// Reads sentences for who tells, notices, worries or asks in them. Where that is none of the family, no professional and no
/// paper, it is somebody from outside, and most likely whoever referred: "the man who runs the under-nines is worried". Nobody
/// is told of by a passive ("a man was heard"), nor by what one of the family said that another saw.
/// </summary>
/// <param name="tellers">Who belongs to the case.</param>
internal sealed class TellingSubjects(Tellers tellers)
{
    private readonly UnnamedTellers _unnamed = new(tellers);

    private readonly ReferrersPlace _place = new(tellers);

    /// <summary>Places in <paramref name="flow"/>, where names of the family are masked.</summary>
    public IEnumerable<(int Start, int End)> In(string flow, ReadText text)
    {
        foreach (var found in _place.In(flow))
        {
            yield return found;
        }

        foreach (var (start, end) in FlowSentences.Of(flow))
        {
            var words = FlowWord.In(flow, start, end);
            foreach (
                var found in InSentence(words, text)
                    .Concat(Agents(words, text))
                    .Concat(_unnamed.In(words))
                    .Concat(DescribedTellers.In(words))
            )
            {
                yield return found;
            }
        }
    }

    private IEnumerable<(int, int)> InSentence(List<FlowWord> words, ReadText text)
    {
        var least = 0;
        var ofFamily = false;
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Text is "that" && ofFamily)
            {
                least = i + 1;
                continue;
            }

            // "Has the nursery noticed what his dad noticed": that is another's telling.
            ofFamily &= words[i].Text is not "what";
            // "The worries": a noun.
            if (words[i - 1].Text is "the" or "a" or "an" or "any" or "no" or "these" or "those" or "your")
            {
                continue;
            }

            if (TellingVerbs.At([.. words.Skip(i).Take(6).Select(word => word.Text)]) is not { } tells)
            {
                continue;
            }

            if (ToNamed(words, i, text))
            {
                continue;
            }

            if (
                Subject(words, i, least, tells) is not { Count: > 0 } subject
                || subject.Exists(word => word.Text.Length == 0 || word.Text is ",")
            )
            {
                continue;
            }

            var teller = tellers.Judge(subject, tells, text);
            if (teller is Teller.None && BeforeWho(words, least, i) is { Count: > 0 } described)
            {
                teller = tellers.Judge(described, tells, text);
            }

            switch (teller)
            {
                case Teller.Outsider when !ofFamily:
                    yield return (subject[0].At, words[i].At + words[i].Text.Length);
                    yield break;
                case Teller.OfTheCase:
                    ofFamily = true;
                    break;
            }

            least = i + 1;
        }
    }

    // "Told Sunita Rao at the conference": somebody whom agencies know by name, and not the hub.
    private static bool ToNamed(List<FlowWord> words, int verb, ReadText text) =>
        words[verb].Text is "told" or "tells" or "informed" or "asked"
        && verb + 1 < words.Count
        && !text.Shouted
        && words[verb + 1].Text[0] != TellingPhrases.OfFamily
        && words[verb + 1].Text
            is not ("mash" or "nspcc" or "childline" or "children's" or "social" or "i" or "crimestoppers")
        && char.IsAsciiLetterUpper(text.Folded[text.FlowFrom[words[verb + 1].At]]);

    // "Somebody who has known her since childhood feels": who it is stands before "who".
    private static List<FlowWord>? BeforeWho(List<FlowWord> words, int least, int verb)
    {
        var who = words.FindIndex(least, verb - least, word => word.Text is "who" or "whose");
        return who > least ? words[least..who] : null;
    }

    private static List<FlowWord>? Subject(List<FlowWord> words, int verb, int least, TellingVerb tells)
    {
        var end = verb;
        var being = false;
        while (end > least && TellingVerbs.IsBetween(words[end - 1].Text))
        {
            end--;
            being |=
                words[end].Text
                    is "was"
                        or "were"
                        or "is"
                        or "are"
                        or "be"
                        or "been"
                        or "being"
                        or "am"
                        or "isn't"
                        or "aren't"
                        or "wasn't"
                        or "weren't";
        }

        // "Not thought to know", "asked to tell".
        if (words[verb - 1].Text is "to")
        {
            return null;
        }

        if (being != tells.NeedsBe && (being || tells.NeedsBe))
        {
            return null;
        }

        var start = end;
        while (start > least && !IsBreak(words, start - 1))
        {
            start--;
        }

        // "The man at the shop, who knows her, says": what stands between commas belongs to what is before them.
        if ((start == end || words[start].Text is "who") && start > least && words[start - 1].Text is "," or "and")
        {
            start = least;
            end = words.FindIndex(least, word => word.Text is "," or "and" or "who");
            if (end <= start)
            {
                return null;
            }
        }

        // "The worries the man from the shop has": what he has stands before him.
        var own =
            end > start
                ? words.FindLastIndex(end - 1, end - start, word => People.Determiners.Contains(word.Text))
                : -1;
        // "The worries dad's missus has raised": without an article, too.
        var raised = words.FindLastIndex(
            Math.Max(start, end - 1),
            Math.Max(0, end - start),
            word => word.Text is "worries" or "worry" or "concerns" or "concern" or "allegations" or "information"
        );
        if (raised >= start && raised + 1 < end && words[start].Text is not ("he" or "she" or "they"))
        {
            start = raised + 1;
        }

        if (
            own > start
            && words[own - 1].Text
                is "worries"
                    or "worry"
                    or "concerns"
                    or "concern"
                    or "what"
                    or "allegations"
                    or "information"
        )
        {
            start = own;
        }

        // "On the 20th the woman": the day before the subject.
        if (start + 2 < end && words[start].Text is "on" && char.IsAsciiDigit(words[start + 1].Text[0]))
        {
            start =
                words.FindIndex(start + 1, end - start - 1, word => People.Determiners.Contains(word.Text)) is var at
                && at > start
                    ? at
                    : start;
        }

        return words[start..end];
    }

    // "That morning" goes on.
    private static bool IsBreak(List<FlowWord> words, int at) =>
        TellingVerbs.IsBreak(words[at].Text)
        && !(
            words[at].Text is "that"
            && at + 1 < words.Count
            && words[at + 1].Text is "morning" or "afternoon" or "evening" or "night" or "day" or "week" or "weekend"
        );

    // "Raised by a lady who lives alone", "information from somebody at church", "according to the man at number 4".
    private IEnumerable<(int, int)> Agents(List<FlowWord> words, ReadText text)
    {
        var ofFamily = false;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var word = words[i].Text;
            if (!Introduces(words, i, ofFamily))
            {
                ofFamily |= word is not ("this" or "it" or "that") && Tellers.IsOfFamily(word);
                continue;
            }

            var noun = words
                .Skip(i + 1)
                .TakeWhile(each => !TellingVerbs.IsBreak(each.Text) || each.Text is "who" or "that" or "whose")
                .Take(9)
                .ToList();
            if (
                noun.Count > 0
                && (
                    tellers.IsReferrers(noun)
                    || tellers.Judge(noun, new TellingVerb(NeedsBe: false, PeopleOnly: true), text) is Teller.Outsider
                )
            )
            {
                yield return (words[i].At, noun[^1].At + noun[^1].Text.Length);
            }
        }
    }

    private static bool Introduces(List<FlowWord> words, int i, bool toFamily) =>
        words[i].Text switch
        {
            "by" => i == 0
                || !words.Take(i).Any(word => word.Text is "police" or "ambulance" or "999" or "paramedics")
                    && words.Take(i).TakeLast(6).Any(word => TellingVerbs.IsDone(word.Text, toFamily)),
            "from" or "via" => i == 0
                || words.Take(i).TakeLast(4).Any(word => TellingVerbs.ComesFrom(word.Text, toFamily))
                // T/c from.
                || (i > 2 && words[i - 1].Text is "c" && words[i - 3].Text is "t"),
            // "It came to light through".
            "through" => words.Take(i).TakeLast(4).Any(word => word.Text is "light" or "attention"),
            "to" => i > 0 && words[i - 1].Text is "according" or "thanks",
            "per" => i == 0 || words[i - 1].Text is "as",
            "obo" => true,
            _ => false,
        };
}
