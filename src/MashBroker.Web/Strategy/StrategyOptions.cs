namespace MashBroker.Web.Strategy;

/// <summary>Who is invited to strategy discussions, and by what way. Section <c>Strategy</c>.</summary>
public sealed class StrategyOptions
{
    /// <summary>Address of each agency's duty desk, by the agency's code. One that is not here is invited by telephone.</summary>
    public Dictionary<string, string> Invitees { get; set; } = [];

    /// <summary>Places where such discussions are held, as an invitation names them: rooms, a conference number. No other words leave.</summary>
    public IReadOnlyList<string> Places { get; set; } = [];

    /// <summary>The hub's address for such messages; without it none is written.</summary>
    public string? From { get; set; }

    /// <summary>
    /// Folder from which a mail server takes messages (.eml) and sends them. Absent: they are shown, and sent by whoever called
    /// the discussion.
    /// </summary>
    public string? PickupFolder { get; set; }

    /// <summary>Every fault at once, each with the setting's path as it is typed.</summary>
    internal IEnumerable<string> Faults()
    {
        foreach (var (agency, address) in Invitees.Where(each => !IsAddress(each.Value)))
        {
            yield return $"Strategy:Invitees:{agency} is '{address}', which is no e-mail address. Give e.g. duty@agency.example.";
        }

        if (From is not null && !IsAddress(From))
        {
            yield return $"Strategy:From is '{From}', which is no e-mail address. Give e.g. mash@hub.example.";
        }

        if (PickupFolder is not null && From is null)
        {
            yield return "Strategy:From is missing, and Strategy:PickupFolder is given. Name the address that invitations come from.";
        }
    }

    // A header is made of it: nothing that ends a line or begins another address.
    private static bool IsAddress(string text) =>
        text.Length is > 2 and <= 254
        && text.All(character => character is > ' ' and <= '~' and not ('<' or '>' or ',' or ';' or ':' or '"'))
        && text.Count(character => character is '@') == 1
        && text[0] != '@'
        && text[^1] != '@';
}
