using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web;

/// <summary>
/// Until there is sign-in, only this machine's own user may ask. A page of another site, open in the same browser, must not:
/// neither by a name that it made point here, nor by sending a form across.
/// </summary>
internal static class LoopbackOnly
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!OwnNames.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
                {
                    await RefuseAsync(
                        context,
                        StatusCodes.Status421MisdirectedRequest,
                        "This hub answers to this machine only."
                    );
                }
                else if (CrossesSites(context.Request))
                {
                    await RefuseAsync(context, StatusCodes.Status403Forbidden, "Another site may not act here.");
                }
                else if (Changes(context.Request) && !context.Request.HasJsonContentType())
                {
                    // Also what keeps out a form of another site: a browser sends JSON across sites only after asking, and is refused.
                    await RefuseAsync(
                        context,
                        StatusCodes.Status415UnsupportedMediaType,
                        "Send JSON, with the header Content-Type: application/json."
                    );
                }
                else
                {
                    await next(context);
                }
            }
        );

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    private static bool CrossesSites(HttpRequest request) =>
        Changes(request) && request.Headers["Sec-Fetch-Site"].ToString() is ("cross-site" or "same-site");

    private static Task RefuseAsync(HttpContext context, int status, string title) =>
        Faults.Answer(status, title).ExecuteAsync(context);
}
