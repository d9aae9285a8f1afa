namespace MashBroker.Testing.Leaks;

/// <summary>Ways in which a note writes the name of the person who referred.</summary>
internal static class EighthNameWays
{
    private const char NoBreakSpace = '\u00a0';

    /// <summary>A way that can stand wherever a name can.</summary>
    public static string Next(EighthScene scene, Random chance)
    {
        var given = scene.Family.Given;
        var family = scene.Family.Family;
        var ways = scene.SharesSurname ? Whole(scene, given, family, chance) : All(scene, given, family, chance);
        return chance.Among([.. ways]);
    }

    /// <summary>A way that is found in lists, names of files and headers rather than in sentences.</summary>
    public static string Filed(EighthScene scene, Random chance)
    {
        var given = EighthContactPoints.WithoutMarks(scene.Family.Given).Replace("'", "", StringComparison.Ordinal);
        var family = EighthContactPoints.WithoutMarks(scene.Family.Family).Replace("'", "", StringComparison.Ordinal);
        return chance.Next(6) switch
        {
            0 => EighthSlips.Lower($"{given}_{family}").Replace(' ', '_'),
            1 => $"{family}{given}".Replace(" ", "", StringComparison.Ordinal),
            2 => $"{given}-{family}".Replace(' ', '-'),
            3 => EighthSlips.Upper($"{family}_{given[0]}").Replace(' ', '_'),
            4 => $"{given[0]}{family}".Replace(" ", "", StringComparison.Ordinal),
            _ => EighthSlips.Lower($"{family}.{given}").Replace(' ', '.'),
        };
    }

    private static IEnumerable<string> Whole(EighthScene scene, string given, string family, Random chance)
    {
        yield return $"{given} {family}";
        yield return $"{EighthSlips.Upper(family)}, {given}";
        yield return $"{family}, {given}";
        yield return given;
        yield return EighthSlips.Lower($"{given} {family}");
        yield return EighthSlips.Upper($"{given} {family}");
        yield return $"{given}{NoBreakSpace}{family}";
        yield return $"{given}  {family}";
        yield return $"{given} {"ABCDEHJKLMPRST"[chance.Next(14)]}. {family}";
        yield return EighthContactPoints.WithoutMarks($"{given} {family}");
        yield return $"{family} {given}";
        if (scene.Nickname.Length > 0)
        {
            yield return $"{scene.Nickname} {family}";
            yield return $"{given} ({scene.Nickname}) {family}";
            yield return scene.Nickname;
        }
    }

    private static IEnumerable<string> All(EighthScene scene, string given, string family, Random chance)
    {
        var title = scene.Female ? chance.Among(["Mrs", "Ms", "Miss", "Mrs."]) : chance.Among(["Mr", "Mr."]);
        foreach (var way in Whole(scene, given, family, chance))
        {
            yield return way;
        }

        yield return $"{given[0]}. {family}";
        yield return $"{given[0]} {family}";
        yield return $"{family} {given[0]}.";
        yield return $"{title} {family}";
        yield return $"{title} {family}";
        yield return $"{title} {EighthSlips.Upper(family)}";
        yield return $"{title} {given[0]} {family}";
        yield return EighthSlips.Lower($"{title} {family}");
        yield return $"{title}{NoBreakSpace}{family}";
        yield return family;
        yield return $"{given[0]}.{EighthSlips.Upper(family)}";
        yield return $"{string.Join(' ', EighthSlips.Upper(given).ToCharArray())}  {Spaced(family)}";
        foreach (var way in Altered(scene, given, family, title, chance))
        {
            yield return way;
        }
    }

    private static IEnumerable<string> Altered(
        EighthScene scene,
        string given,
        string family,
        string title,
        Random chance
    )
    {
        if (EighthSlips.CanSlip(family))
        {
            yield return $"{given} {EighthSlips.Slip(family, chance)}";
            yield return $"{title} {EighthSlips.Slip(family, chance)}";
        }

        if (EighthSlips.CanSlip(given))
        {
            yield return $"{EighthSlips.Slip(given, chance)} {family}";
        }

        if (family.Contains('-', StringComparison.Ordinal))
        {
            yield return $"{title} {family.Replace('-', ' ')}";
            yield return $"{title} {family[(family.IndexOf('-', StringComparison.Ordinal) + 1)..]}";
        }

        if (family.Contains('\'', StringComparison.Ordinal))
        {
            yield return $"{title} {family.Replace("'", "", StringComparison.Ordinal)}";
            yield return $"{title} {family.Replace('\'', '\u2019')}";
            yield return $"{given} {family.Replace("'", " ", StringComparison.Ordinal)}";
        }

        if (InitialsAreTheirsAlone(scene))
        {
            yield return $"{given[0]}.{family[0]}.";
            yield return $"{given[0]}{family[0]}";
        }
    }

    private static bool InitialsAreTheirsAlone(EighthScene scene) =>
        scene.Family.Surname[0] != scene.Family.Family[0]
        || (scene.Family.Child[0] != scene.Family.Given[0] && scene.Family.Mother[0] != scene.Family.Given[0]);

    private static string Spaced(string word) => string.Join(' ', EighthSlips.Upper(word).ToCharArray());
}
