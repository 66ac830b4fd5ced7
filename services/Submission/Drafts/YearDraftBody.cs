using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Submission.Drafts;

/// <summary>A draft as a request body, read by the methodology: every wrong place is named at once.</summary>
public sealed record YearDraftBody(ReadingOutcome Read) : IEndpointParameterMetadataProvider
{
    /// <summary>About twenty thousand lines, as many as a workbook; a park's year has some hundred.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Null when it could not be read.</summary>
    public YearDraft? Draft => (YearDraft?)Read.Data;

    public static async ValueTask<YearDraftBody> BindAsync(HttpContext http)
    {
        try
        {
            using var json = JsonDocument.Parse(await WholeAsync(http));
            return new(ActivityDataReader.Read<YearDraft>(json.RootElement));
        }
        catch (JsonException)
        {
            throw new BadRequestException(StatusCodes.Status400BadRequest, "not-json", "The body is not valid JSON.");
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(YearDraft)));

    private static async Task<ReadOnlyMemory<byte>> WholeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await http.Request.Body.ReadAsync(part, http.RequestAborted) is > 0 and var read)
        {
            body.Write(part, 0, read);
            if (body.Length > MostBytes)
            {
                throw new BadRequestException(
                    StatusCodes.Status413PayloadTooLarge, "draft-too-large", "A draft holds at most 4 MB, about twenty thousand lines; add up lines of the same kind.");
            }
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
