using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Looks for words by which a text says that somebody told, from where they saw it, or that they want not to be known; and for
/// the first person of the one who tells. Only where a member of the public referred: a professional may be quoted.
/// </summary>
internal sealed partial class TellingSeeker(LeakNames household, IEnumerable<string> referrer, Tellers tellers)
    : LeakSeeker
{
    private static readonly Regex[] All =
    [
        .. TellingPhrases.All,
        .. TellingSituations.All,
        .. TellingBonds.All,
        .. TellingScenes.All,
    ];

    // Letters of a sentence.
    private const int Reach = 600;

    private readonly TellingSubjects _subjects = new(tellers);

    private readonly NamedWorkers _workers = new(referrer);

    public override IEnumerable<LeakFinding> Seek(ReadText text, string path)
    {
        var flow = _workers.Mask(WithoutFamily(WithoutMark(text.Flow)), text);
        var workers = TellingPhrases.FirstPerson.IsMatch(flow) && WorkersVoice.Speaks(flow);
        var quotations = new Quotations(flow);
        foreach (var pattern in All.Where(pattern => TellingPhrases.MayMatch(pattern, flow)))
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
                .Where(found => IsCapital(text, found.Index + "our ".Length) && !quotations.Hold(found.Index))
        )
        {
            yield return Find(text, path, found.Index, found.Length);
        }

        if (workers)
        {
            yield break;
        }

        foreach (
            var found in TellingPhrases
                .FirstPerson.Matches(flow)
                .Where(found => IsTeller(text, flow, found, quotations))
        )
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
        word.Length > 3 && word.EndsWith('s') && !OrdinaryWords.Contains(word) && household.Contains(word[..^1]);

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
            var named = FlowWord
                .In(flow, StartOfSentence(flow, found.Index), found.Index)
                .FindLast(word => word.Text is not ("," or "who" or "has" or "had" or "have"));
            return named.Text is { } noun && (People.IsProfessional(noun) || noun[0] == NamedWorkers.Mark);
        }

        if (found.Groups["named"].Success && IsSomebodyNamed(text, flow, found.Index))
        {
            return true;
        }

        if (!found.Groups["who"].Success && !found.Groups["heard"].Success && !service)
        {
            return false;
        }

        var start = StartOfSentence(flow, found.Index);
        var lead = flow[Math.Min(start, found.Index)..found.Index];
        if (found.Groups["heard"].Success)
        {
            // "The child says that she sees them fight": the child does.
            return Quotations.IsSaidByFamily(lead);
        }

        var before = lead.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var last = before
            .TakeLast(4)
            .Select(word => word.Trim('\'', '"', '(', ')'))
            .Where(word => word.Length > 0)
            .ToArray();
        return service
            ? last.Any(word => CasePeople.Services.Contains(word) || word[0] == NamedWorkers.Mark)
                || IsOneOfFamily(last)
            : last.Any(word =>
                (CasePeople.Known.Contains(word) && word is not ("family" or "families" or "couple"))
                || word[0] is TellingPhrases.OfFamily or NamedWorkers.Mark
            );
    }

    // What is farther away than this says nothing of it, where a text has no stops.
    private static int StartOfSentence(string flow, int at)
    {
        var least = Math.Max(0, at - Reach);
        var last = Math.Max(0, at - 1);
        var stop = flow.LastIndexOfAny(['.', '!', '?', ';'], last, last - least + 1);
        return stop < 0 ? least : stop + 1;
    }

    // In a sentence in which the worker speaks of what they did.
    private static bool BySelf(string flow, Match found)
    {
        var start = StartOfSentence(flow, found.Index);
        var end = flow.IndexOfAny(['.', '!', '?', ';'], found.Index + found.Length - 1);
        end = Math.Min(end < 0 ? flow.Length : end, found.Index + found.Length + Reach);
        return TellingPhrases.FirstPerson.IsMatch(flow[Math.Min(start, found.Index)..end]);
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
        var start = StartOfSentence(flow, at);
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
        var start = StartOfSentence(flow, at);
        var lead = FlowWord.In(flow, Math.Min(start, at), at);
        var who = lead.FindIndex(word =>
            !word.Text.EndsWith("'s", StringComparison.Ordinal)
            && (
                word.Text[0] is TellingPhrases.OfFamily or NamedWorkers.Mark
                || CasePeople.Known.Contains(word.Text)
                || People.Pronouns.Contains(word.Text)
                || People.Someone.Contains(word.Text)
                || People.Is(word.Text)
            )
        );
        return who >= 0
            && (
                lead[who].Text[0] is TellingPhrases.OfFamily or NamedWorkers.Mark
                || CasePeople.Known.Contains(lead[who].Text)
            )
            && !lead[who].Text.EndsWith("'s", StringComparison.Ordinal)
            && !(who > 0 && lead[who - 1].Text is "her" or "his" or "their" or "my" or "a" or "no");
    }

    private static bool IsTeller(ReadText text, string flow, Match found, Quotations quotations)
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

        return !quotations.Hold(found.Index);
    }

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
}
