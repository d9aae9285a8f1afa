namespace MashBroker.Rules;

/// <summary>One word of a flowing text, or a comma for any mark that parts words within a sentence.</summary>
/// <param name="At">In the flow.</param>
internal readonly record struct FlowWord(string Text, int At)
{
    public static List<FlowWord> In(string flow, int start, int end)
    {
        var words = new List<FlowWord>();
        for (var i = start; i < end; i++)
        {
            // The stroke within a date.
            if (
                flow[i] == '/'
                && i > start
                && i + 1 < end
                && char.IsAsciiDigit(flow[i - 1])
                && char.IsAsciiDigit(flow[i + 1])
            )
            {
                continue;
            }

            if (flow[i] is ',' or '(' or ')' or '/')
            {
                words.Add(new FlowWord(",", i));
                continue;
            }

            if (flow[i] is '&')
            {
                words.Add(new FlowWord("and", i));
                continue;
            }

            var from = i;
            while (i < end && (char.IsLetterOrDigit(flow[i]) || flow[i] is '\'' or '*'))
            {
                i++;
            }

            if (i > from)
            {
                if (flow[from..i].Trim('\'') is { Length: > 0 } word)
                {
                    words.Add(new FlowWord(word, from));
                }

                i--;
            }
        }

        return words;
    }
}
