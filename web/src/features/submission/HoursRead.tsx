import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read, submission as api } from '../../api/client';
import { MatchedHours } from '../../parts/MatchedHours';
import { Refused } from '../../parts/Refused';
import { sizeOf } from './evidence';

type Props = { id: string; version: number; verification?: string };

/** What the hours of a submitted version amount to, with the file, for whoever reviews or verifies it. */
export function HoursRead({ id, version, verification }: Props) {
  const { t } = useTranslation();
  const query = { version, ...(verification !== undefined && { verification }) };
  const { data, error, refetch } = useQuery({
    queryKey: ['hours', id, version, verification ?? ''],
    queryFn: () => read(api.GET('/submissions/{id}/matching', { params: { path: { id }, query } })),
  });
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!data?.matching) return null;
  const by = verification === undefined ? '' : `?verification=${verification}`;
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{t('matching.title')}</h2>
      {data.file && <p><a href={`/api/submission/v1/submissions/${id}/matching/${data.file.sha256}${by}`} download={data.file.name}>{data.file.name}</a> <span className="soft">{sizeOf(data.file.size)}</span></p>}
      <MatchedHours matching={data.matching} />
    </section>
  );
}
