using System.Text;
using System.Text.RegularExpressions;

namespace MashBroker.Rules;

/// <summary>
/// Puts right the small words by which sentences are read, as tired hands and dictating machines leave them: letters changed over
/// ("hre", "taht"), the apostrophe left out ("shes", "dads lad"), a word of the same sound ("has scene him").
/// </summary>
internal static partial class SmallWords
{
    private static readonly HashSet<string> ChangedOver = new(
        (
            "the and that with been her said because their when from she they have this what there were his who had has was but not for him them about would could after before where school told rang "
            + "mother father received heard seen says saw through again"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // Letters changed over, as far as they make no other word; and what people write for these by rule of thumb.
    private static readonly Dictionary<string, string> Slips = ChangedOver
        .SelectMany(word =>
            Enumerable
                .Range(0, word.Length - 1)
                .Select(at => (Written: word[..at] + word[at + 1] + word[at] + word[(at + 2)..], Meant: word))
        )
        .Append(("recieved", "received"))
        .Append(("becuase", "because"))
        .Append(("becasue", "because"))
        .Append(("bc", "because"))
        .Where(slip => !ChangedOver.Contains(slip.Item1) && !OrdinaryWords.Contains(slip.Item1))
        .GroupBy(slip => slip.Item1, StringComparer.Ordinal)
        .ToDictionary(slips => slips.Key, slips => slips.First().Item2, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Contracted = (
        "i'm i've you're you've you'll he's she's they're they've they'll they'd we've isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't "
        + "couldn't wouldn't shouldn't can't won't mustn't needn't who's that's there's what's where's here's it'll it'd might've could've should've would've"
    )
        .Split(' ')
        .ToDictionary(word => word.Replace("'", "", StringComparison.Ordinal), StringComparer.Ordinal);

    private static readonly HashSet<string> Kin = Of(
        "mum mam mother dad father nan nana gran grandma grandad granda sister brother aunt auntie uncle partner boyfriend girlfriend husband wife son daughter lad friend mate cousin neighbour ex child"
    );

    private static readonly HashSet<string> Owned = Of(
        "mum mam mother dad father sister brother other new old missus wife husband partner friend friends mate mates side ex house flat sake boss cousin workmate workmates nan gran boyfriend girlfriend uncle aunt own lad lass girl boy big kid little best "
            + "house place hair car phone windows bins"
    );

    private static readonly HashSet<string> AfterWould = Of(
        "put had seen been be have like rather lent lost said told given never always only just gone got left taken known heard sooner want lose also asked promised"
    );

    private static readonly HashSet<string> AfterWill = Of("be have lose never not try say get do come go stop see");

    private static readonly HashSet<string> AfterIs = Of(
        "a an the not been his her their always never so too only like awkward"
    );

    private static readonly HashSet<string> SeenOrHeard = Of(
        "the him her them it every all a two what this that shouting screaming crying everything"
    );

    public static (string Flow, int[] From) Mend((string Flow, int[] From) read)
    {
        StringBuilder? flow = null;
        List<int>? from = null;
        var copied = 0;
        var words = WordIn().Matches(read.Flow);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Meant(words, i) is not { } meant)
            {
                continue;
            }

            flow ??= new StringBuilder(read.Flow.Length + 16);
            from ??= new List<int>(read.From.Length + 16);
            flow.Append(read.Flow, copied, word.Index - copied).Append(meant);
            from.AddRange(read.From[copied..word.Index]);
            from.AddRange(
                Enumerable.Range(0, meant.Length).Select(at => read.From[word.Index + Math.Min(at, word.Length - 1)])
            );
            copied = word.Index + word.Length;
        }

        if (flow is null)
        {
            return read;
        }

        flow.Append(read.Flow, copied, read.Flow.Length - copied);
        from!.AddRange(read.From[copied..]);
        return (flow.ToString(), [.. from]);
    }

    private static string? Meant(MatchCollection words, int i)
    {
        var word = words[i].Value;
        var before = i > 0 && words[i - 1].Index + words[i - 1].Length == words[i].Index - 1 ? words[i - 1].Value : "";
        var next = i + 1 < words.Count ? words[i + 1].Value : "";
        return word switch
        {
            "shed" when AfterWould.Contains(next) && before is not ("the" or "a" or "garden" or "in") => "she'd",
            "hed" => "he'd",
            "w/" => "with",
            "w/o" => "without",
            "&" => "and",
            "shell" when AfterWill.Contains(next) => "she'll",
            "its" when AfterIs.Contains(next) => "it's",
            "scene" when before is "has" or "had" or "have" or "never" or "she's" or "he's" or "been" => "seen",
            "herd" when SeenOrHeard.Contains(next) => "heard",
            "bean"
                when before
                    is "has"
                        or "had"
                        or "have"
                        or "she's"
                        or "he's"
                        or "they've"
                        or "who's"
                        or "not"
                        or "never" => "been",
            "buy" when before is "told" or "raised" or "reported" or "made" or "seen" or "heard" or "sits" or "woken" =>
                "by",
            _ when Slips.TryGetValue(word, out var slip) => slip,
            _ when Contracted.TryGetValue(word, out var contracted) => contracted,
            _ when word.EndsWith('s') && Kin.Contains(word[..^1]) && Owned.Contains(next) => word[..^1] + "'s",
            _ => null,
        };
    }

    private static HashSet<string> Of(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(
        @"(?<![a-z0-9'@.])(?:w/o?(?= )|[a-z]+(?:'[a-z]+)?(?![a-z0-9'@]))|(?<= )&(?= )",
        RegexOptions.CultureInvariant,
        ReadText.LongestMatch
    )]
    private static partial Regex WordIn();
}
