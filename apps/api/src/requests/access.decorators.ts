import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'patravali:public';
export const WITHOUT_POST = 'patravali:without-post';
export const FROM_ELSEWHERE = 'patravali:from-elsewhere';

/** Open to anybody, signed in or not. Every other route is closed. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Needs a session but no post: what a person does for themselves. */
export const WithoutPost = () => SetMetadata(WITHOUT_POST, true);

/** The page of another site sends the browser here. It may not rely on a session, so it is only for what is `@Public`. */
export const FromElsewhere = () => SetMetadata(FROM_ELSEWHERE, true);
