using System.Reflection;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Web.Afterwards;
using MashBroker.Web.Audit;
using MashBroker.Web.Board;
using MashBroker.Web.Cases;
using MashBroker.Web.Consultations;
using MashBroker.Web.Contacts;
using MashBroker.Web.Decisions;
using MashBroker.Web.Enquiries;
using MashBroker.Web.Evidence;
using MashBroker.Web.Forms;
using MashBroker.Web.Life;
using MashBroker.Web.Operations;
using MashBroker.Web.Packs;
using MashBroker.Web.Readings;
using MashBroker.Web.Reports;
using MashBroker.Web.Retention;
using MashBroker.Web.Sharing;
using MashBroker.Web.Strategy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MashBroker.Web;

/// <summary>The API, the board and the packs. Needs a hub profile, a ledger and a clock in the container.</summary>
public static class WebServices
{
    /// <param name="role">Who may read who a member of the public is; absent, nobody can.</param>
    public static IServiceCollection AddMashWeb(this IServiceCollection services, RoleSeal? role = null)
    {
        services.AddSingleton(new ReferrerRole(role));
        services.AddSingleton<LedgerFront>();
        services.AddSingleton<ReadingRecord>();
        services.AddSingleton<ContactIntake>();
        services.AddSingleton<BoardQuery>();
        services.AddSingleton<Invitations>();
        services.AddOptions<StrategyOptions>().BindConfiguration("Strategy").ValidateOnStart();
        services.AddSingleton<IValidateOptions<StrategyOptions>, StrategyOptionsCheck>();
        services.AddSingleton<ReportEndpoints>();
        services.AddSingleton<AuditEndpoints>();
        services.AddSingleton<DecisionQuery>();
        services.AddSingleton<FeedbackQuery>();
        // No page has a form yet, so nothing needs keys that outlive the process; the default would write some into the home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRazorPages().AddApplicationPart(typeof(WebServices).Assembly);
        // Its start-up would make such a key whatever the provider is.
        services.Remove(
            services.Single(service =>
                service.ServiceType == typeof(IHostedService)
                && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly
            )
        );
        return services;
    }

    public static WebApplication MapMashWeb(this WebApplication app)
    {
        app.UseSafeHeaders(app.Services.GetRequiredService<HubProfile>().Zone);
        app.UseLoopbackOnly();
        app.UseLedgerFaults(app.Logger);
        app.UseErasedContent();
        app.MapContacts();
        app.MapNoEnquiry();
        app.MapDecline();
        app.MapForms();
        app.MapConsultations();
        app.MapPlans();
        app.MapOutlooks();
        app.MapLeaks();
        app.MapCases();
        app.MapSharing();
        app.MapAgreements();
        app.MapCaseActs();
        app.MapDecisions();
        app.MapFeedback();
        app.MapSummaries();
        app.MapLeakOverrides();
        app.MapEnquiries();
        app.MapLife();
        app.MapStrategy();
        app.MapPacks();
        app.MapEvidence();
        app.MapRetention();
        AuditEndpoints.Map(app);
        app.MapBoard();
        ReportEndpoints.Map(app);
        app.MapOperations();
        app.MapRazorPages();
        app.MapGet("/assets/board.css", () => Asset("board.css", "text/css"));
        app.MapGet("/assets/board.js", () => Asset("board.js", "text/javascript"));
        return app;
    }

    private static IResult Asset(string name, string type) =>
        Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream($"assets/{name}")!, type);
}
