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
                else
                {
                    await next(context);
                }
            }
        );

    private static bool CrossesSites(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && (
            request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" || !request.HasJsonContentType()
        );

    private static Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text);
    }
}
