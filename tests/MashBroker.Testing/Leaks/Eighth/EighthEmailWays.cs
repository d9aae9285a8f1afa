namespace MashBroker.Testing.Leaks;

/// <summary>Ways in which a note writes an e-mail address.</summary>
internal static class EighthEmailWays
{
    public static string Next(string email, Random chance)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var (local, domain) = (email[..at], email[(at + 1)..]);
        var dots = domain.Replace(".", " dot ", StringComparison.Ordinal);
        return chance.Next(16) switch
        {
            0 or 1 => email,
            2 => EighthSlips.Upper(email),
            3 => $"mailto:{email}",
            4 => $"<{email}>",
            5 => $"{local} @ {domain}",
            6 => $"{local} at {domain}",
            7 => $"{local}[at]{domain}",
            8 => $"{local} (at) {domain.Replace(".", " (dot) ", StringComparison.Ordinal)}",
            9 => $"{Said(local)} at {dots}",
            10 => $"{local} AT {EighthSlips.Upper(dots)}",
            11 => $"{local}@ {domain}",
            12 => $"{local}@\n{domain}",
            13 => $"{char.ToUpperInvariant(local[0])}{local[1..]}@{domain}",
            14 => $"{local}@{domain[..domain.IndexOf('.', StringComparison.Ordinal)]}",
            _ => $"{local}@{domain.Replace(".", ". ", StringComparison.Ordinal)}",
        };
    }

    /// <summary>The part before the sign, as a handle or a login is quoted.</summary>
    public static string Local(string email) => email[..email.IndexOf('@', StringComparison.Ordinal)];

    /// <summary>Who runs the mailbox, as people say it.</summary>
    public static string Provider(string email)
    {
        var domain = email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return domain[..domain.IndexOf('.', StringComparison.Ordinal)];
    }

    private static string Said(string local) =>
        local.Replace(".", " dot ", StringComparison.Ordinal).Replace("_", " underscore ", StringComparison.Ordinal);
}
