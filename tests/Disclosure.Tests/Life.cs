using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;
using PilotRegistry.Methodology;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>
/// One park's whole life as the other services publish it. Each call to a verb adds an event, a minute after the last one;
/// <see cref="All"/> is what a sidecar delivers.
/// </summary>
public sealed class Life(string name = "海陵零碳园区", bool demo = false)
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly EventCatalogue Catalogue = new(RegistryJson.Events, typeof(ParkEvent).Assembly);

    private static readonly CoreIndicator Core = new(0.186m, 0.2m, Verdict.Met);

    public static readonly KeyProject Wind = new(1, "绿电直连", "测试新能源公司", "直连线路 20 公里", 18_000m, 2025, 2026, "2026 年投产", "新增直供绿电");

    public static readonly KeyProject Storage = new(2, "共享储能", "测试储能公司", "100 兆瓦时", 9_500.5m, 2026, 2027, "2027 年投产", "提高匹配率");

    private readonly Dictionary<Guid, long> sequences = [];
    private readonly Guid application = Guid.CreateVersion7();
    private readonly Guid acceptance = Guid.CreateVersion7();
    private readonly Guid dispute = Guid.CreateVersion7();
    private Guid submission = Guid.CreateVersion7();
    private int year = 2025;

    public Guid Park { get; } = Guid.CreateVersion7();

    public Guid Verification { get; private set; } = Guid.CreateVersion7();

    public List<CloudEvent> All { get; } = [];

    public ParkFacts Facts { get; init; } = new(
        name, Persona.Jiangsu, "泰州市", ParkScope.Partial, 2025, 2028, 32.5m, 119.9m, "新能源装备与材料型", Persona.ParkBody,
        "东至引江河，西至南官河", JsonElement.Parse("""{"type":"Point","coordinates":[119.9,32.5]}"""), 2025,
        [new(2028, 0.2m), new(2025, 0.9m)], demo);

    public static Life Accepted(string name = "海陵零碳园区") => new Life(name)
        .Submitted().Recommended().Listed().Reported().Engaged().Signed().Disclosed().Requested().SelfEvaluated().Granted();

    public Life Submitted(int round = 1) => Add("registration", "application", application, "park", new ApplicationSubmitted(Park, Facts, round));

    /// <summary>Submitted with a table of two key projects.</summary>
    public Life Planned(int round = 1, params KeyProject[] projects) => Add(
        "registration", "application", application, "park", new ApplicationSubmitted(Park, Facts, round, projects.Length > 0 ? projects : [Wind, Storage]));

    public Life Progressed(ProjectState state, decimal invested, DateOnly asOf, string? note = null) => Add(
        "registration", "application", application, "park", new KeyProjectProgressed(Park, Wind.Number, Wind.Name, state, invested, asOf, note));

    public Life Returned() => Add("registration", "application", application, "province", new ApplicationReturned(Park, "第三章缺少逐年指标"));

    public Life Recommended() => Add("registration", "application", application, "province", new ApplicationRecommended(Park, "2026-1", "基础条件符合"));

    public Life Refused(string by = "province") => Add("registration", "application", application, by, new ApplicationRefused(Park, by, "四至不清"));

    public Life Listed(int? number = null) => Add("registration", "park", Park, "national", new ParkListed(
        Park, Facts, "2026-1", number, "测试名单〔2026〕1号", new(2026, 4, 1), "测试名单", "专家评审通过"));

    public Life BoundaryChanged(string words = "东至引江河，西至泰东河", string? outline = null, int validFrom = 2026) => Add("registration", "park", Park, "national", new BoundaryChanged(
        Park, words, outline is null ? null : JsonElement.Parse(outline), validFrom, "测试文号〔2026〕5号", new(2026, 5, 1), "测试图件", "扩区获批"));

    public Life Reported(int version = 1, string? reason = null, Result? result = null, HourlyMatched? matching = null, int? boundary = null) => Add(
        "submission", "submission", submission, "park",
        new YearSubmitted(Park, year, version, boundary is null ? Numbers.Data : Numbers.Data with { Context = new() { BoundaryVersion = boundary } }, result ?? Numbers.Reported, reason, [], [], Coverage: null, EnterprisesHash: null, Matching: matching));

    public Life Engaged(int version = 1) => Add(
        "verification", "verification", Verification, "park",
        new BodyEngaged(Park, year, submission, version, Persona.VerificationBody, "测试核查机构"));

    public Life Signed(int version = 1, Result? verified = null, int? boundary = null) => Add("verification", "verification", Verification, "verifier-lead", new StatementSigned(
        Park, year, submission, version, Persona.VerificationBody, "测试核查机构", Opinion.Unmodified, Assurance.Reasonable, 1,
        boundary is null ? Numbers.Data : Numbers.Data with { Context = new() { BoundaryVersion = boundary } }, verified ?? Numbers.Verified, "数据真实、准确、完整。", Persona.Lead.Id));

    public Life Disclosed(int version = 1) => Add("submission", "submission", submission, "park", new YearDisclosed(
        Park, year, version, Verification, YearFigures.Of(Numbers.Reported), YearFigures.Of(Numbers.Verified)));

    /// <summary>What is reported, verified and disclosed from here on is of the following year.</summary>
    public Life NextYear()
    {
        (year, submission, Verification) = (year + 1, Guid.CreateVersion7(), Guid.CreateVersion7());
        return this;
    }

    public Life Requested() => Add("acceptance", "acceptance", acceptance, "park", new AcceptanceRequested(
        Park, Facts.Name, Facts.Province, Persona.ParkBody, 2025, Verification, Core, Facts.Demo));

    public Life SelfEvaluated(bool passed = true) => Add("acceptance", "acceptance", acceptance, "province", new SelfEvaluationConcluded(Park, passed, "自评估意见"));

    public Life Granted() => Add("acceptance", "acceptance", acceptance, "national", new AcceptanceGranted(Park, 2025, Core, "达到验收要求"));

    public Life NotGranted() => Add("acceptance", "acceptance", acceptance, "national", new AcceptanceRefused(Park, "现场核实不符"));

    public Life Noted(int version = 2, string role = "national") => Add(
        "acceptance", "acceptance", acceptance, role, new RestatementNoted(Park, 2025, version, role, "重新核查后再议。"));

    public Life Disputed(string number = "D-2026-000007") => Add("disclosure", "dispute", dispute, "public", new DisputeRaised(Park, number, 2025, "verified.total", 1, new(2026, 3, 9)));

    public Life DisputeUpheld(string number = "D-2026-000007") => Add("disclosure", "dispute", dispute, "national", new DisputeTakenUp(
            Park, number, 2025, "verified.total", Respondent.Body, Persona.VerificationBody, "请核对。", new(2026, 3, 23)))
        .Add("disclosure", "dispute", dispute, "national", new DisputeConcluded(Park, number, 2025, "verified.total", DisputeOutcome.Upheld, "单据不符。"));

    /// <summary>From here on another verification is meant.</summary>
    public Life VerifiedAnew()
    {
        Verification = Guid.CreateVersion7();
        return this;
    }

    private Life Add(string service, string type, Guid stream, string role, ParkEvent happened)
    {
        sequences[stream] = sequences.GetValueOrDefault(stream) + 1;
        All.Add(new CloudEvent(
            Guid.CreateVersion7(), "/" + service, Catalogue.AliasOf(happened), Start.AddMinutes(All.Count), Park, stream, type,
            sequences[stream], role, JsonSerializer.SerializeToElement<object>(happened, RegistryJson.Events)));
        return this;
    }
}
