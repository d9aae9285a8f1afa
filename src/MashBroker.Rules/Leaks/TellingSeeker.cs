using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Looks for words by which a text says that somebody told, from where they saw it, or that they want not to be known; and for
/// the first person of the one who tells. Only where a member of the public referred: a professional may be quoted.
/// </summary>
internal sealed partial class TellingSeeker(LeakNames household, Tellers tellers) : LeakSeeker
{
    private readonly TellingSubjects _subjects = new(tellers);

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        var flow = WithoutFamily(WithoutMark(text.Flow));
        var workers = TellingPhrases.FirstPerson.IsMatch(flow) && WorkersVoice.Speaks(flow);
        foreach (var pattern in TellingPhrases.All.Concat(TellingSituations.All).Concat(TellingBonds.All))
        {
            foreach (
                var found in pattern
                    .Matches(flow)
                    .Where(found =>
                        !Passive().IsMatch(found.Value)
                        && !(workers && BySelf(flow, found))
                        && !OfHousehold(text, flow, found)
                    )
            )
            {
                yield return Find(text, path, found.Index, found.Length);
            }
        }

        foreach (var (start, end) in _subjects.In(flow, text))
        {
            yield return Find(text, path, start, end - start);
        }

        // Our Jack.
        foreach (
            var found in Our()
                .Matches(flow)
                .Where(found => IsCapital(text, found.Index + "our ".Length) && !IsQuoted(flow, found.Index))
        )
        {
            yield return Find(text, path, found.Index, found.Length);
        }

        if (workers)
        {
            yield break;
        }

        foreach (var found in TellingPhrases.FirstPerson.Matches(flow).Where(found => IsTeller(text, flow, found)))
        {
            yield return Find(text, path, found.Index, found.Length);
        }
    }

    private static bool IsCapital(ReadText text, int at) =>
        at < text.Flow.Length && !text.Shouted && char.IsAsciiLetterUpper(text.Folded[text.FlowFrom[at]]);

    private static LeakFinding Find(ReadText text, string path, int start, int length) =>
        text.Find(LeakKind.TellingPhrase, path, text.FlowFrom[start], text.FlowFrom[start + length - 1] + 1);

    // What the planner puts in place of a name says only that somebody told.
    private static string WithoutMark(string flow) =>
        flow.Replace("[the referrer]", "[************]", StringComparison.Ordinal);

    // Of the same length, so that places stay; no pattern takes it for somebody who tells.
    private string WithoutFamily(string flow) =>
        WordIn()
            .Replace(
                flow,
                word =>
                    household.Contains(word.Value.Replace("'", "", StringComparison.Ordinal))
                        ? new string(TellingPhrases.OfFamily, word.Length)
                    : OwnsUnmarked(word.Value) ? new string(TellingPhrases.OfFamily, word.Length - 2) + "'s"
                    : word.Value
            );

    // "Simones mum": the apostrophe takes the place of a letter, so that places stay.
    private bool OwnsUnmarked(string word) =>
        word.Length > 3
        && word.EndsWith('s')
        && !OrdinaryWords.Contains(word)
        && household.Contains(word[..^1]);

    // A mother who contacts a service, a grandfather who lives next door: named ones of the family, or of whom agencies know.
    private static bool OfHousehold(ReadText text, string flow, Match found)
    {
        var service = found.Groups["service"].Success;
        if (found.Groups["own"].Success)
        {
            return IsOfFamily(flow, found.Index);
        }

        // "The DSL, who rang".
        if (found.Groups["prof"].Success)
        {
            var named = FlowWord.In(flow, 0, found.Index).FindLast(word => word.Text is not ",");
            return named.Text is { } noun && People.IsProfessional(noun);
        }

        if (found.Groups["named"].Success && IsSomebodyNamed(text, flow, found.Index))
        {
            return true;
        }

        if (!found.Groups["who"].Success && !found.Groups["heard"].Success && !service)
        {
            return false;
        }

        var start = flow.LastIndexOfAny(['.', '!', '?', ';'], Math.Max(0, found.Index - 1)) + 1;
        var lead = flow[Math.Min(start, found.Index)..found.Index];
        if (found.Groups["heard"].Success)
        {
            // "The child says that she sees them fight": the child does.
            return IsSaidByFamily(lead);
        }

        var before = lead.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var last = before
            .TakeLast(4)
            .Select(word => word.Trim('\'', '"', '(', ')'))
            .Where(word => word.Length > 0)
            .ToArray();
        return service
            ? last.Any(TellingPhrases.Services.Contains) || IsOneOfFamily(last)
            : last.Any(word =>
                (TellingPhrases.Known.Contains(word) && word is not ("family" or "families" or "couple"))
                || word[0] == TellingPhrases.OfFamily
            );
    }

    // In a sentence in which the worker speaks of what they did.
    private static bool BySelf(string flow, Match found)
    {
        var start = flow.LastIndexOfAny(['.', '!', '?', ';'], Math.Max(0, found.Index - 1)) + 1;
        var end = flow.IndexOfAny(['.', '!', '?', ';'], found.Index + found.Length - 1);
        return TellingPhrases.FirstPerson.IsMatch(flow[Math.Min(start, found.Index)..(end < 0 ? flow.Length : end)]);
    }

    // "Dawn told us herself", "the mother has told us": and not her mother.
    private static bool IsOneOfFamily(string[] before)
    {
        var who = Array.FindLastIndex(before, word => !TellingVerbs.IsBetween(word));
        return who >= 0
            && !before[who].EndsWith("'s", StringComparison.Ordinal)
            && (
                before[who][0] == TellingPhrases.OfFamily
                || (who > 0 && before[who - 1] is "the" && People.Household.Contains(before[who]))
            );
    }

    // "Sunita Rao can be reached at": a name that is nobody's of the family, and would be found if it were the referrer's.
    private static bool IsSomebodyNamed(ReadText text, string flow, int at)
    {
        var start = flow.LastIndexOfAny(['.', '!', '?', ';'], Math.Max(0, at - 1)) + 1;
        return FlowWord
            .In(flow, Math.Min(start, at), at)
            .TakeLast(3)
            .Any(word =>
                word.Text[0] != TellingPhrases.OfFamily && People.IsProfessional(word.Text)
                || (!OrdinaryWords.Contains(word.Text) && IsCapital(text, word.At) && word.Text.Length > 2)
            );
    }

    // "Ella is afraid that he finds out", "Dawn has spoken out": who does it is named before, and is of the family.
    private static bool IsOfFamily(string flow, int at)
    {
        var start = flow.LastIndexOfAny(['.', '!', '?', ';'], Math.Max(0, at - 1)) + 1;
        var lead = FlowWord.In(flow, Math.Min(start, at), at);
        var who = lead.FindIndex(word =>
            !word.Text.EndsWith("'s", StringComparison.Ordinal)
            && (
                word.Text[0] == TellingPhrases.OfFamily
                || TellingPhrases.Known.Contains(word.Text)
                || People.Pronouns.Contains(word.Text)
                || People.Someone.Contains(word.Text)
                || People.Is(word.Text)
            )
        );
        return who >= 0
            && (lead[who].Text[0] == TellingPhrases.OfFamily || TellingPhrases.Known.Contains(lead[who].Text))
            && !lead[who].Text.EndsWith("'s", StringComparison.Ordinal)
            && !(who > 0 && lead[who - 1].Text is "her" or "his" or "their" or "my" or "a" or "no");
    }

    private static bool IsTeller(ReadText text, string flow, Match found)
    {
        var at = text.FlowFrom[found.Index];
        var raw = text.Folded[at..(text.FlowFrom[found.Index + found.Length - 1] + 1)];
        if (raw is "ME" && !text.Shouted)
        {
            return false;
        }

        // Part I, type I; i.e.
        var before = flow[..found.Index].TrimEnd();
        if (
            found.Value == "i"
            && (Numbered().IsMatch(before) || flow[(found.Index + 1)..].StartsWith(".e", StringComparison.Ordinal))
        )
        {
            return false;
        }

        return !IsQuoted(flow, found.Index);
    }

    // What the child or a parent said stays in their words: the sentence says whose they are.
    private static bool IsQuoted(string flow, int at)
    {
        var open = flow.LastIndexOf('"', at);
        var quotes = flow.AsSpan(0, at).Count('"');
        var single = SingleQuotes()
            .Matches(flow)
            .FirstOrDefault(quote => quote.Index < at && quote.Index + quote.Length > at);
        if (quotes % 2 == 0 && single is null)
        {
            return false;
        }

        var start = quotes % 2 == 1 ? open : single!.Index;
        var end = quotes % 2 == 1 ? flow.IndexOf('"', at) : single!.Index + single.Length - 1;
        if (end < 0)
        {
            return false;
        }

        var sentence = flow.LastIndexOfAny(['.', '!', '?', ';'], Math.Max(0, start - 1)) + 1;
        var lead = flow[Math.Min(sentence, start)..start];
        var next = flow.IndexOfAny(['.', '!', '?', ';'], Math.Min(end + 1, flow.Length - 1));
        var tail = flow[
            Math.Min(end + 1, flow.Length)..(next < 0 ? flow.Length : Math.Max(next, Math.Min(end + 1, flow.Length)))
        ];
        // Ella (aged 10): "..."
        return IsSaidByFamily(lead) || IsSaidByFamily(tail) || (lead.TrimEnd().EndsWith(':') && Speaks(lead));
    }

    private static bool IsSaidByFamily(string words) => Said().IsMatch(words) && Speaks(words);

    private static bool Speaks(string words) =>
        words
            .Split([' ', ',', ':', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => TellingPhrases.Speakers.Contains(word) || word[0] == TellingPhrases.OfFamily);

    [GeneratedRegex(@"[a-z0-9]+(?:'(?!s\b)[a-z]+)*", RegexOptions.CultureInvariant, ReadText.LongestMatch)]
    private static partial Regex WordIn();

    [GeneratedRegex(@"\bour (?!lady\b)(?=[a-zħ])", RegexOptions.CultureInvariant, ReadText.LongestMatch)]
    private static partial Regex Our();

    // "A man was heard" tells of nobody who heard him.
    [GeneratedRegex(
        @"\b(?:was|were|is|are|be|been|being) (?:also |then |again |later |first |only |just |often )*(?:heard|seen|told|said|reported|described|claimed|stated|alleged|believed|thought|noticed|witnessed|watched|spotted|overheard|raised|contacted|mentioned)$",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Passive();

    [GeneratedRegex(
        @"\b(?:part|type|section|grade|phase|stage|level|class|category|schedule|annex|appendix|step|tier|bipolar|form)$",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"(?<![a-z0-9])'[^'""]{2,200}(?:'[a-z]+[^'""]{0,200})*'(?![a-z])",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex SingleQuotes();

    [GeneratedRegex(
        @"\b(?:said|says|saying|told|tells|telling|shouted|screamed|wrote|written|replied|stated|asked|disclosed|heard|cried|whispered|texted|words|answered|explained|quoted|added|posted|reported|reports|described|repeated|described|shouts|screams)\b",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex Said();
}
