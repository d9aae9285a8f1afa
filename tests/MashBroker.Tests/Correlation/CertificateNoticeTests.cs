using System.Diagnostics.Metrics;
using MashBroker.Correlation.Trust;
using MashBroker.Ledger.Notices;
using MashBroker.Sealing;
using MashBroker.Sealing.Keys;
using MashBroker.Sealing.Trust;
using MashBroker.Testing.Hub;
using MashBroker.Tests.Web;
using NUnit.Framework;

namespace MashBroker.Tests.Correlation;

/// <summary>Who is told, and when, that a certificate or the revocation list ends.</summary>
[CancelAfter(60_000)]
internal sealed class CertificateNoticeTests
{
    private static readonly DateTimeOffset End = HubBench.Start.AddDays(730);

    [TestCase(61, null)]
    [TestCase(60, 60)]
    [TestCase(30.5, 60)]
    [TestCase(30, 30)]
    [TestCase(14, 14)]
    [TestCase(7, 7)]
    [TestCase(1.1, 7)]
    [TestCase(1, 1)]
    [TestCase(-3, 1)]
    public void Somebody_is_told_at_60_30_14_7_and_1_days(double daysBefore, int? warning)
    {
        var end = new CertificateEnd(new Party("sample", "police"), CertificateUse.Signing, End);
        Assert.That(end.WarningAt(End.AddDays(-daysBefore)), Is.EqualTo(warning));
    }

    [Test]
    public async Task The_board_the_log_the_api_and_the_metrics_say_what_ends_and_what_breaks_then()
    {
        await using var bench = await WebBench.SetUpAsync("police");
        Assert.That(await bench.Http.GetStringAsync("/"), Does.Not.Contain("class=\"notice\""));

        bench.Hub.Clock.Set(End.AddDays(-20));
        await NoticedAsync(bench, "within 30 days");
        var early = await NoticesAsync(bench);
        bench.Hub.Clock.Set(End.AddHours(-20));
        await NoticedAsync(bench, "The revocation list ends at");
        bench.Hub.Clock.Set(End.AddHours(2));
        await NoticedAsync(bench, "everything is refused. Run");

        var board = await bench.Http.GetStringAsync("/");
        var api = await bench.Http.GetStringAsync("/api/notices");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                early,
                Has.Some.Contains("police: its certificate (Signing) ends on")
                    .And.Contains("police to hub: what it sends is refused")
            );
            Assert.That(early, Has.None.Contains("revocation list"), "a day before is time enough");
            Assert.That(board, Does.Contain("<p class=\"notice\">The revocation list ended at"));
            Assert.That(board, Does.Not.Contain("The revocation list ends at"), "what no longer holds is gone");
            Assert.That(api, Does.Contain("\"subject\":\"certificates\""));
            Assert.That(bench.Hub.Lines.All, Has.Some.Contains("Warning: The revocation list ended at"));
            Assert.That(
                Measured(),
                Does.ContainKey("mash.certificate.days_left").And.ContainKey("mash.revocation_list.hours_left")
            );
        }
    }

    private static Task NoticedAsync(WebBench bench, string words) =>
        bench.Hub.UntilAsync(words, async () => (await NoticesAsync(bench)).Any(text => text.Contains(words)));

    private static async Task<List<string>> NoticesAsync(WebBench bench) =>
        [.. (await bench.Hub.ReadAsync(NoticeStore.AllAsync)).Select(notice => notice.Text)];

    private static Dictionary<string, double> Measured()
    {
        var measured = new Dictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == CertificateSweep.MeterName)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }
}
