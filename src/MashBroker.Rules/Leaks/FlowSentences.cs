namespace MashBroker.Rules;

/// <summary>Where the sentences of a flowing text begin and end; a stop within a number or a web address ends none.</summary>
internal static class FlowSentences
{
    public static IEnumerable<(int Start, int End)> Of(string flow)
    {
        var start = 0;
        for (var i = 0; i <= flow.Length; i++)
        {
            if (i < flow.Length && !Ends(flow, i))
            {
                continue;
            }

            yield return (start, i);
            start = i + 1;
        }
    }

    private static bool Ends(string flow, int i) =>
        flow[i] is '!' or '?' or ';'
        // Not within a time of day.
        || (
            flow[i] == ':'
            && !(i > 0 && i + 1 < flow.Length && char.IsAsciiDigit(flow[i - 1]) && char.IsAsciiDigit(flow[i + 1]))
        )
        || (flow[i] == '.' && (i + 1 == flow.Length || flow[i + 1] is ' ' or '.' or '"' or '\''));
}
