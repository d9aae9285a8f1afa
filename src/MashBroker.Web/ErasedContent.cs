using MashBroker.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MashBroker.Web;

/// <summary>What was erased is not missing: whoever asks for it is told that it was, and gone for good.</summary>
internal static class ErasedContent
{
    public static IApplicationBuilder UseErasedContent(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (ContentErasedException)
                {
                    await Faults
                        .Answer(
                            StatusCodes.Status410Gone,
                            "What was kept of this family has been erased. The audit says when."
                        )
                        .ExecuteAsync(context);
                }
            }
        );
}
