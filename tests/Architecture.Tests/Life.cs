using System.Text.Json;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>
/// What exists when the tests begin: one park that was listed, reported, verified, disclosed and asks for acceptance; an
/// application before the province; a verification that is still open. All of it belongs to the persona of the park, its
/// province and the verification body; nothing to their namesakes elsewhere.
/// </summary>
public sealed record Life(Guid Park, Guid Listed, Guid Application, int Year, Guid Submission, Guid OpenSubmission, Guid Signed, Guid Open, Guid Acceptance)
{
    public const string Batch = "2026-1";

    /// <summary>About 22万tce with direct supply: the core indicator lies at 0.149 t/tce.</summary>
    public static object Data(int year) => new
    {
        year,
        electricity = new object[] { new { direction = "in", kind = "direct", mwh = "700000" }, new { direction = "in", kind = "grid", mwh = "40000" } },
    };

    public static object ApplicationBody(string name = "演示零碳园区") => new
    {
        name,
        province = Persona.Jiangsu,
        city = "盐城市",
        scope = "partial",
        constructionStart = 2025,
        constructionEnd = 2028,
        latitude = "33.2",
        longitude = "120.4",
        industryGroup = "新能源装备与材料型",
        fourBounds = "东至海堤",
        targets = new[] { new { year = 2028, core = "0.2" } },
        demo = true,
    };

    public static async Task<Life> PlayAsync(Installation installation)
    {
        var player = new Player(installation);
        var (application, park) = await player.SubmittedAsync();
        await player.DoAsync("registration", Persona.OfProvince, $"/applications/{application}/recommendation", new { batch = Batch, reasons = "同意。" });
        await player.DoAsync("registration", Persona.National, "/lists", new
        {
            batch = Batch,
            document = "演示文号",
            publishedOn = "2026-06-30",
            source = "演示数据。",
            reasons = "同意。",
            applications = new[] { new { applicationId = application } },
        });
        await player.DoAsync("verification", Persona.National, "/bodies", new
        {
            organisationId = Persona.VerificationBody,
            name = "演示核查机构",
            scope = "演示",
            validUntil = "2060-12-31",
            demo = true,
        });

        var year = DateTimeOffset.UtcNow.AddHours(8).Year - 1;
        var (submission, signed) = await player.EngagedAsync(park, year);
        await player.DoAsync("verification", Persona.Lead, $"/verifications/{signed}/statement", new { opinion = "unmodified", assurance = "reasonable", text = "公允。" });
        await player.DoAsync("submission", Persona.OfPark, $"/submissions/{submission}/disclosure", new { verificationId = signed });
        var acceptance = await player.DoAsync("acceptance", Persona.OfPark, "/acceptances", new { parkId = park, year, verificationId = signed });

        var (openSubmission, open) = await player.EngagedAsync(park, year - 1);
        await player.DoAsync("verification", Persona.Verifier, $"/verifications/{open}/findings", new { kind = "car", text = "不符。" });
        return new(
            park, application, (await player.SubmittedAsync()).Application, year, submission, openSubmission, signed, open,
            acceptance.GetProperty("id").GetGuid());
    }

    /// <summary>Gives commands one after another, each on the version as it stands.</summary>
    private sealed class Player(Installation installation)
    {
        public async Task<(Guid Application, Guid Park)> SubmittedAsync()
        {
            var started = await DoAsync("registration", Persona.OfPark, "/applications", ApplicationBody());
            var id = started.GetProperty("id").GetGuid();
            foreach (var chapter in new[] { "basis", "feasibility", "goals", "tasks", "economics", "safeguards" })
            {
                await DoAsync("registration", Persona.OfPark, $"/applications/{id}/chapters/{chapter}", new { text = "演示" }, HttpMethod.Put);
            }

            await DoAsync("registration", Persona.OfPark, $"/applications/{id}/submission", new { });
            return (id, started.GetProperty("parkId").GetGuid());
        }

        /// <summary>A submitted year, and its verification with a team.</summary>
        public async Task<(Guid Submission, Guid Verification)> EngagedAsync(Guid park, int year)
        {
            var submission = (await DoAsync("submission", Persona.OfPark, "/submissions", new { parkId = park, year })).GetProperty("id").GetGuid();
            await DoAsync("submission", Persona.OfPark, $"/submissions/{submission}/draft", Data(year), HttpMethod.Put);
            await DoAsync("submission", Persona.OfPark, $"/submissions/{submission}/submission", new { });
            var engaged = await DoAsync("verification", Persona.OfPark, "/verifications", new { submissionId = submission, bodyId = Persona.VerificationBody });
            var verification = engaged.GetProperty("id").GetGuid();
            await DoAsync("verification", Persona.Lead, $"/verifications/{verification}/team", new { members = new[] { Persona.Verifier.Id } });
            return (submission, verification);
        }

        public async Task<JsonElement> DoAsync(string service, Persona by, string path, object body, HttpMethod? method = null)
        {
            using var answer = await installation[service].As(by).SendAsync(method ?? HttpMethod.Post, path, body, ifMatch: "*");
            Assert.True(answer.IsSuccessStatusCode, $"{by.Role} {path}: {await answer.Content.ReadAsStringAsync()}");
            Assert.True(answer.Headers.Contains(GivePromise.HeaderName) != path.EndsWith("/draft", StringComparison.Ordinal), $"{path}: what is recorded is promised to the log, a draft is not.");
            return await answer.BodyAsync();
        }
    }
}
