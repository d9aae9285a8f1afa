namespace MashBroker.Testing.Leaks;

/// <summary>Somebody who refers.</summary>
/// <param name="Nickname">What friends call them; empty: nothing else.</param>
internal sealed record EighthReferrer(string Given, string Family, bool Female, string Nickname)
{
    public static EighthReferrer Read(string line)
    {
        var parts = line.Split('|');
        return new EighthReferrer(parts[0], parts[1], parts[2] == "f", parts[3]);
    }
}
