using Microsoft.AspNetCore.Http;

namespace MashBroker.Web.Readings;

/// <summary>
/// Who asks to see something and what for. Nobody signs in yet: a name is what the asker states, and is put on record as stated.
/// </summary>
/// <param name="Actor">As it stands in the audit.</param>
/// <param name="Purpose">Null where the asker states none: the route's own then stands.</param>
internal sealed record Reader(string Actor, string? Purpose)
{
    public const string UserHeader = "X-Mash-User";
    public const string PurposeHeader = "X-Mash-Purpose";

    /// <summary>Who states no name on this machine.</summary>
    public const string Unstated = "not signed in (loopback)";

    private const int Longest = 200;

    public static ValueTask<Reader?> BindAsync(HttpContext context)
    {
        var user = Stated(context.Request.Headers[UserHeader].ToString());
        var purpose = Stated(context.Request.Headers[PurposeHeader].ToString());
        purpose ??= Stated(context.Request.Query["purpose"].ToString());
        return ValueTask.FromResult<Reader?>(new Reader(user is null ? Unstated : $"{user} (stated)", purpose));
    }

    // On record it must be one line; what is too long or would break the line is cut rather than refused: somebody was shown it.
    private static string? Stated(string text)
    {
        var line = string.Concat(text.Where(character => !char.IsControl(character))).Trim();
        return line.Length switch
        {
            0 => null,
            > Longest => line[..Longest],
            _ => line,
        };
    }
}
