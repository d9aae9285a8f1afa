namespace MashBroker.Rules;

/// <summary>What is said of the family and hardly of whoever called: that somebody hurt a child, owned up to it or was arrested.</summary>
internal static class ActsOfFamily
{
    private static readonly HashSet<string> Harm =
    [
        .. Inflections.Of(
            "hit/hit slap smack kick punch shake/shook/shaken bite/bit/bitten beat/beat/beaten assault attack abuse threaten strangle rape groom neglect deny admit accept refuse accuse blame swear/swore/sworn shout scream abduct burn breach deal/dealt push pull drag throw/threw/thrown kill leave/left hurt/hurt"
        ),
    ];

    // Passives, and what people are held to have done.
    private static readonly HashSet<string> Held = new(
        "arrested charged convicted cautioned sentenced bailed remanded said alleged believed thought suspected reported known accused released sectioned detained interviewed seen".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Hub = new(
        "us social worker workers team hub mash council authority duty helpline service services".Split(' '),
        StringComparer.Ordinal
    );

    // "She's seen" is as often she has.
    private static readonly HashSet<string> Done = new(
        "said believed thought suspected reported known seen".Split(' '),
        StringComparer.Ordinal
    );

    /// <param name="who">The place of the pronoun.</param>
    public static bool Follow(IReadOnlyList<FlowWord> words, int who)
    {
        var being = words[who].Text.EndsWith("'s", StringComparison.Ordinal);
        var verb = who + 1;
        while (verb < words.Count && TellingVerbs.IsBetween(words[verb].Text))
        {
            being |= words[verb].Text is "is" or "was" or "been" or "being" or "were" or "are";
            verb++;
        }

        // "He told officers": and not the hub.
        if (verb < words.Count && words[verb].Text is "told" or "tells")
        {
            var told = words.Skip(verb + 1).Take(3).Select(word => word.Text).ToArray();
            return told.Any(People.IsProfessional) && !told.Any(Hub.Contains);
        }

        // "She lost her rag", "kept Ella off school".
        if (verb < words.Count && words[verb].Text is "lost" or "loses" or "kept" or "keeps")
        {
            var behind = words.Skip(verb + 1).Take(3).Select(word => word.Text).ToArray();
            return behind.Any(word => word is "temper" or "rag" or "control" or "off" or "home");
        }

        return verb < words.Count
            && (
                (being && Held.Contains(words[verb].Text) && !(verb == who + 1 && Done.Contains(words[verb].Text)))
                || (!being && Harm.Contains(words[verb].Text))
            );
    }
}
