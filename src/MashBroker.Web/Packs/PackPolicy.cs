using System.Security.Cryptography;

namespace MashBroker.Web.Packs;

/// <summary>
/// What a browser may do with a pack: show it, in the one style that stands in it, by that style's hash. Read off the page
/// itself, for a pack stays as it was assembled, style included.
/// </summary>
internal static class PackPolicy
{
    public static string Of(byte[] html)
    {
        var page = html.AsSpan();
        var start = page.IndexOf("<style>"u8) + "<style>"u8.Length;
        var length = page[start..].IndexOf("</style>"u8);
        var hash = Convert.ToBase64String(SHA256.HashData(page.Slice(start, length)));
        return $"default-src 'none'; style-src 'sha256-{hash}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }
}
