using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;
using MashBroker.Testing.Messaging;
using MashBroker.Testing.Processes;
using NUnit.Framework;

namespace MashBroker.AcceptanceTests.Processes;

/// <summary>The agency in Python in the place of education, with the keys, the user and the lanes of education.</summary>
[Category("RabbitMq")]
[Order(3)]
internal sealed class When_an_agency_is_not_on_dotnet
{
    private const string Agency = "education";

    private static SeparateHub Hub => RunningHub.Hub;

    [Test]
    public async Task Its_return_stands_in_the_pack_as_held_in_its_own_words_with_receipts_both_ways()
    {
        await Hub.AtRestAsync();
        using var python = new PythonAgency(Hub.Profile.Code, Agency, Hub.KeysOf(Agency), Hub.UserOf(Agency));
        await Hub[Agency].KillAsync();
        try
        {
            python.Start();
            var enquiry = await Hub.Caller.EnquireAsync("03-physical-harm");
            await Hub.Caller.PackedAsync([enquiry]);
            await Eventually.HoldsAsync(() =>
                Task.FromResult(python.Read("select id from outgoing where type = 'return' and done").Count == 1)
            );

            var request = (await Hub.Record.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry))).Single(
                each => each.Agency == Agency
            );
            var row = (await Hub.Record.ReadAsync(view => PackStore.FindAsync(view, enquiry)))!;
            var pack = JsonSerializer.Deserialize<Pack>(row.Json, MashJson.Options)!;
            Assert.Multiple(() =>
            {
                Assert.That(request.ReceiptedAt, Is.Not.Null);
                Assert.That(request.Answer, Is.EqualTo(AnswerKind.Held));
                Assert.That(
                    System.Text.Encoding.UTF8.GetString(row.Json),
                    Does.Contain("Absent on six Mondays since September")
                        .And.Contain("does not want to go home on Fridays")
                );
                Assert.That(pack.Agencies.Single(each => each.Agency == Agency).Returns, Has.Count.EqualTo(1));
                Assert.That(python.Read("select fault from refused"), Is.Empty);
            });
        }
        finally
        {
            TestContext.Out.WriteLine(python.Said);
            python.Stop();
            await Hub[Agency].StartAsync();
        }
    }
}
