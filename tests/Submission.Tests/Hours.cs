using System.Globalization;
using System.Text;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>Files of hours, and years that have one.</summary>
internal static class Hours
{
    /// <summary>As much as <see cref="SubmissionService.Draft"/> reports: 401,000 MWh used, 400,000 of them direct supply.</summary>
    public static readonly byte[] Usual = File(load: 45.776m, direct: 45.662m);

    public static byte[] File(decimal load, decimal direct)
    {
        var text = new StringBuilder("start,load (MWh),direct (MWh)\n");
        for (var hour = new DateTime(2025, 1, 1); hour.Year == 2025; hour = hour.AddHours(1))
            text.Append(CultureInfo.InvariantCulture, $"{hour:yyyy-MM-dd HH:mm},{load},{direct}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static HttpRequestMessage Request(Guid id, byte[] file, long version)
    {
        var sent = new HttpRequestMessage(HttpMethod.Post, $"/submissions/{id}/matching?name={Uri.EscapeDataString("逐时.csv")}") { Content = new ByteArrayContent(file) };
        sent.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return sent;
    }

    public static async Task<HttpResponseMessage> BringAsync(this SubmissionService service, Guid id, byte[] file, long version)
    {
        using var sent = Request(id, file, version);
        return await service.As(Persona.OfPark).SendAsync(sent);
    }

    public static async Task<string> SubmitAsync(this SubmissionService service, Guid id, long version, string? reason = null)
    {
        using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { reason }, version);
        return await submitted.VerdictAsync();
    }

    public static async Task<(Guid Id, Guid Park)> SubmittedWithHoursAsync(this SubmissionService service)
    {
        var (id, park) = await service.OpenedAsync();
        using var brought = await service.BringAsync(id, Usual, 0);
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1000"), 0));
        Assert.Equal("200", await service.SubmitAsync(id, 1));
        return (id, park);
    }
}
