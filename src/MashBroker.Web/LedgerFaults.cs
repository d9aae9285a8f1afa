using System.Data.Common;
using MashBroker.Ledger;
using MashBroker.Ledger.Leaks;
using MashBroker.Vault;
using MashBroker.Web.Contacts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MashBroker.Web;

/// <summary>
/// What is said when the ledger cannot take a change. A reading of personal data is a change too, for it is put on record first:
/// nothing was shown then.
/// </summary>
internal static partial class LedgerFaults
{
    private const string Title =
        "The ledger cannot be written, so nothing was changed and nothing is shown: whoever is shown something must be on record "
        + "first. Tell operations to look at the disk and the ledger's file, then try again.";

    public static IApplicationBuilder UseLedgerFaults(this IApplicationBuilder app, ILogger logger) =>
        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (LeakFoundException leak) when (!context.Response.HasStarted)
                {
                    context.Response.Clear();
                    await LeakFaults.Answer(leak.Report).ExecuteAsync(context);
                }
                catch (Exception fault)
                    when (fault is DbException or LedgerException or VaultException && !context.Response.HasStarted)
                {
                    // Not its text: that may quote what it failed on.
                    LedgerUnwritable(logger, fault.GetType().Name, (fault as DbException)?.SqlState);
                    context.Response.Clear();
                    await Faults.Answer(StatusCodes.Status503ServiceUnavailable, Title).ExecuteAsync(context);
                }
            }
        );

    [LoggerMessage(LogLevel.Error, "A request was refused because the ledger failed: {Fault} {State}")]
    private static partial void LedgerUnwritable(ILogger logger, string fault, string? state);
}
