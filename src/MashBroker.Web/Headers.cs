using Microsoft.AspNetCore.Builder;

namespace MashBroker.Web;

/// <summary>
/// What every answer says: to the browser, to run nothing that is not ours, to keep nothing and to show us in no frame; to whoever
/// tells times to people, by which clock the hub lives.
/// </summary>
public static class Headers
{
    /// <summary>The hub's time zone, IANA.</summary>
    public const string Zone = "X-Mash-Zone";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    internal static IApplicationBuilder UseSafeHeaders(this IApplicationBuilder app, string zone) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.CacheControl = "no-store";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers[Zone] = zone;
                return next(context);
            }
        );
}
