using Microsoft.AspNetCore.Http;

namespace MashBroker.Web;

/// <summary>Bodies of requests, read no further than they may be long.</summary>
internal static class Body
{
    public const int SmallLimit = 16 * 1024;

    /// <returns>Null when the body is longer than the limit; the rest is not read.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        using var all = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (all.Length + read > limit)
            {
                return null;
            }

            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }
}
